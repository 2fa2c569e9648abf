package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.Finding;
import io.github.ftploglens.feature.Hover;
import io.github.ftploglens.feature.Markdown;
import io.github.ftploglens.feature.PlainText;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;

/** From our own values to the wire. */
final class To {
    private static final String SOURCE = "ftp-log-lens";

    private To() {}

    static org.eclipse.lsp4j.Hover hover(
            String uri, Hover hover, int line, Places places, Abilities abilities, Markdown.References references) {
        MarkupContent content = abilities.markdownHover()
                ? new MarkupContent(MarkupKind.MARKDOWN, Markdown.of(hover.page(), references, uri))
                : new MarkupContent(MarkupKind.PLAINTEXT, PlainText.of(hover.page()));
        return new org.eclipse.lsp4j.Hover(content, places.range(line, hover.span()));
    }

    static Diagnostic diagnostic(String uri, Finding finding, Places places, Abilities abilities) {
        Diagnostic diagnostic = new Diagnostic(
                places.range(finding.line(), finding.span()), finding.message(), severity(finding.severity()), SOURCE);
        diagnostic.setCode(finding.code().toString());
        if (abilities.codeDescription()) {
            diagnostic.setCodeDescription(new DiagnosticCodeDescription(finding.address()));
        }
        if (abilities.relatedInformation()) {
            diagnostic.setRelatedInformation(finding.related().stream()
                    .map(place -> new DiagnosticRelatedInformation(
                            new Location(uri, places.range(place.line(), place.span())), place.message()))
                    .toList());
        }
        return diagnostic;
    }

    private static DiagnosticSeverity severity(Finding.Severity severity) {
        return switch (severity) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case INFORMATION -> DiagnosticSeverity.Information;
            case HINT -> DiagnosticSeverity.Hint;
        };
    }
}
