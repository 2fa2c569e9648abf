package io.github.ftploglens.feature;

import io.github.ftploglens.feature.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects the findings of a log, and keeps no more of them than may be shown. */
final class WorstFindings {
    private final Map<Severity, List<Failure>> kept = new EnumMap<>(Severity.class);
    private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    private int count;

    /** None. */
    WorstFindings() {}

    /** The same ones. */
    WorstFindings(WorstFindings other) {
        other.kept.forEach((severity, failures) -> kept.put(severity, new ArrayList<>(failures)));
        counts.putAll(other.counts);
        count = other.count;
    }

    /** Takes the next one. */
    void add(Failure failure) {
        List<Failure> same = kept.computeIfAbsent(failure.severity(), severity -> new ArrayList<>());
        if (same.size() < Findings.MOST_SHOWN) {
            same.add(failure);
        }
        counts.merge(failure.severity(), 1, Integer::sum);
        count++;
    }

    /**
     * All by their lines; the most severe ones when there are more than {@value Findings#MOST_SHOWN}, and then one behind them
     * that says what was left out.
     */
    List<Finding> list(Knowledge knowledge) {
        List<Failure> shown = new ArrayList<>();
        kept.values().forEach(shown::addAll);
        if (count > Findings.MOST_SHOWN) {
            shown = shown.subList(0, Findings.MOST_SHOWN - 1);
        }
        shown.sort(Comparator.comparingLong(Failure::key));
        List<Finding> findings = new ArrayList<>();
        shown.forEach(failure -> findings.add(FindingWords.of(knowledge, failure)));
        if (count > shown.size()) {
            findings.add(more(knowledge, shown));
        }
        return List.copyOf(findings);
    }

    private Finding more(Knowledge knowledge, List<Failure> shown) {
        Map<Severity, Integer> left = new EnumMap<>(counts);
        shown.forEach(failure -> left.merge(failure.severity(), -1, Integer::sum));
        int errors = left.getOrDefault(Severity.ERROR, 0);
        int warnings = left.getOrDefault(Severity.WARNING, 0);
        int others = count - shown.size() - errors - warnings;
        String message =
                knowledge.words().get("finding.more", Map.of("errors", errors, "warnings", warnings, "others", others));
        Failure last = shown.get(shown.size() - 1);
        return new Finding(
                Finding.Kind.MORE,
                last.line(),
                last.mark().span(),
                Severity.INFORMATION,
                last.code(),
                message,
                Phrases.of(knowledge, last.code(), "").definedIn().address(),
                1,
                List.of());
    }
}
