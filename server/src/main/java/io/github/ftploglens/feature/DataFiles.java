package io.github.ftploglens.feature;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files that the product was built with, in a folder or in the jar; names are relative, with slashes. */
interface DataFiles extends Closeable {
    /** The files of a folder, not those below its folders, in the order of their names. */
    List<String> in(String folder, String ending) throws IOException;

    boolean has(String name);

    /**
     * Opens a file, which is in UTF-8.
     *
     * @throws IOException when there is none or it cannot be read
     */
    Reader open(String name) throws IOException;

    /** Files below a folder. */
    record InFolder(Path home) implements DataFiles {
        @Override
        public List<String> in(String folder, String ending) throws IOException {
            try (Stream<Path> files = Files.list(home.resolve(folder))) {
                return files.map(file -> folder + "/" + file.getFileName())
                        .filter(name -> name.endsWith(ending))
                        .sorted()
                        .toList();
            }
        }

        @Override
        public boolean has(String name) {
            return Files.exists(home.resolve(name));
        }

        @Override
        public Reader open(String name) throws IOException {
            return Files.newBufferedReader(home.resolve(name));
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /**
     * Files in a jar. The one that the classes come from is open already, so that this costs nothing; a file system over it
     * would take longer to start than all files take to read.
     *
     * @param home what the names of the files in the jar begin with
     */
    record InJar(ZipFile jar, String home) implements DataFiles {
        @Override
        public List<String> in(String folder, String ending) {
            String prefix = home + folder + "/";
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name ->
                            name.startsWith(prefix) && name.endsWith(ending) && name.indexOf('/', prefix.length()) < 0)
                    .map(name -> name.substring(home.length()))
                    .sorted()
                    .toList();
        }

        @Override
        public boolean has(String name) {
            return jar.getEntry(home + name) != null;
        }

        @Override
        public Reader open(String name) throws IOException {
            ZipEntry entry = jar.getEntry(home + name);
            if (entry == null) {
                throw new FileNotFoundException(name + " in " + jar.getName());
            }
            return new BufferedReader(new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            jar.close();
        }
    }
}
