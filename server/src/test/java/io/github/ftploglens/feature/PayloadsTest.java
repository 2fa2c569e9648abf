package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.MarkedLog;
import io.github.ftploglens.Samples;
import org.junit.jupiter.api.Test;

class PayloadsTest {
    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void aPassiveReplyIsDecodedAndAPrivateAddressIsWarnedOf() {
        assertThat(reply("PASV", "227 Entering Passive Mode (192,0,2,7,19,137)."))
                .contains("goes to `192.0.2.7:5001`");
        assertThat(reply("PASV", "227 Entering Passive Mode. 192,168,1,2,19,137"))
                .contains("goes to `192.168.1.2:5001`")
                .contains("is a private address");
        assertThat(reply("PASV", "227 Entering Passive Mode (0,0,0,0,156,64).")).contains("0.0.0.0 is no address");
        assertThat(reply("PASV", "227 Entering Passive Mode (127,0,0,1,4,51)")).contains("is the machine itself");
        assertThat(reply("PASV", "227 Entering Passive Mode (192,0,2,300,4,51)"))
                .doesNotContain("goes to");
        assertThat(reply("EPSV", "229 Entering Extended Passive Mode (|||6446|)"))
                .contains("goes to port 6446");
        assertThat(reply("EPSV", "229 Entering Extended Passive Mode (|||76446|)"))
                .doesNotContain("goes to port");
        assertThat(reply("LPSV", "228 Entering Long Passive Mode (4,4,192,0,2,7,2,19,137)"))
                .contains("goes to `192.0.2.7:5001`");
    }

    @Test
    void anActiveCommandIsDecodedAndAForeignAddressIsWarnedOf() {
        assertThat(command("PORT 192,0,2,7,15,107"))
                .contains("goes to `192.0.2.7:3947`")
                .doesNotContain("is not the address");
        assertThat(command("PORT 203,0,113,9,15,107")).contains("That is not the address of the client, `192.0.2.7`");
        assertThat(command("EPRT |2|2001:db8::7|5282|")).contains("goes to `[2001:db8::7]:5282`");
    }

    @Test
    void sizesTimesPathsOffsetsAndSystemsAreDecoded() {
        assertThat(reply("SIZE a.txt", "213 16483570")).contains("Size: 16483570 bytes.");
        assertThat(reply("MDTM a.txt", "213 20261120050839")).contains("Time of the file: 2026-11-20 05:08:39 UTC.");
        assertThat(reply("MKD x", "257 \"/usr/foo\"\"bar\" created")).contains("Path: `/usr/foo\"bar`");
        assertThat(reply("RETR a", "150 Opening BINARY mode data connection for a 7.txt (2241 bytes)."))
                .contains("Size: 2241 bytes.");
        assertThat(reply("REST 802816", "350 Restart position accepted (802816)."))
                .contains("begins at byte 802816");
        assertThat(reply("SYST", "215 UNIX Type: L8")).contains("System: `UNIX Type: L8`");
    }

    @Test
    void theServerItsStatisticsAndAWrongAddressAreTold() {
        assertThat(
                        hover(
                                "Connected to 192.0.2.7.\n2‸20 (vsFTPd 3.0.5)\n331 Please specify the password.\n530 Login incorrect.\n"))
                .contains("Server software: `vsftpd`");
        assertThat(reply("RETR a", "226 0.012 seconds (measured here), 1.23 Mbytes per second"))
                .contains("Duration: 0.012 s; rate: 1.23 Mbytes per second.");
        assertThat(hover("""
                ---- Connecting to ftp.example.com (192.0.2.7) port 21
                <--- 220 FTP server ready
                ---> PASV
                <--- 2‸27 Entering Passive Mode (203,0,113,9,19,137).
                """)).contains("The client connected to `192.0.2.7`, and is sent elsewhere");
    }

    @Test
    void theFeaturesOfAMultiLineReplyAreListed() {
        assertThat(hover("""
                <--- 220 FTP server ready
                ---> FEAT
                <--- 21‸1-Features:
                <---  AUTH TLS
                <---  MDTM
                <--- 211 End
                ---> QUIT
                """)).contains("Features: `AUTH TLS, MDTM`");
    }

    private String reply(String command, String reply) {
        return hover("<--- 220 FTP server ready\n---> USER bob\n---> " + command + "\n<--- " + reply.charAt(0) + "‸"
                + reply.substring(1) + "\n");
    }

    private String command(String command) {
        return hover("""
                Fri Nov 20 05:08:30 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "200 ok"
                Fri Nov 20 05:08:30 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "%"
                """.replace("%", command.charAt(0) + "‸" + command.substring(1)));
    }

    private String hover(String marked) {
        MarkedLog log = MarkedLog.of(knowledge, marked);
        return Hovers.at(knowledge, log.document(), log.cursor())
                .map(hover -> Markdown.of(hover.page(), Markdown.References.PLAIN))
                .orElseThrow();
    }
}
