package io.github.ftploglens;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.ftploglens.cli.Shell;
import io.github.ftploglens.format.LogFormats;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.lsp.Stdio;
import io.github.ftploglens.reply.HintCatalogue;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.text.Lines;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The invariants of the house: which part may know which, and how large a part may become. */
final class ArchitectureTest {
    private static final String ROOT = "io.github.ftploglens";
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 60;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** The one table is filled when its class is loaded, and nobody gets hold of it. */
    private static final Set<String> TABLES = Set.of(ROOT + ".reply.ReplyCode.KNOWN_GOOD");

    private static final Set<String> IMMUTABLE =
            Set.of(String.class.getName(), Pattern.class.getName(), DateTimeFormatter.class.getName());

    /** Data flows one way: what a part may know of the others. */
    @ParameterizedTest
    @CsvSource({
        "text,    ''",
        "reply,   ''",
        "format,  'reply text'",
        "log,     'format reply text'",
        "feature, 'log format reply text'",
        "cli,     'feature log format reply text lsp'",
        "lsp,     'feature log format reply text'"
    })
    void aPartKnowsOnlyThePartsBelowIt(String part, String below) {
        List<String> known = new ArrayList<>(List.of(ROOT + "." + part));
        Stream.of(below.split(" ")).filter(name -> !name.isEmpty()).forEach(name -> known.add(ROOT + "." + name));
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + part)
                .should()
                .dependOnClassesThat(
                        resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(known.toArray(String[]::new)))))
                .check(CLASSES);
    }

    @Test
    void everyClassLivesInAPartThatTheRulesKnow() {
        classes()
                .should()
                .resideInAnyPackage(
                        ROOT,
                        ROOT + ".text",
                        ROOT + ".reply",
                        ROOT + ".format",
                        ROOT + ".log",
                        ROOT + ".feature",
                        ROOT + ".cli",
                        ROOT + ".lsp")
                .check(CLASSES);
    }

    @Test
    void textKnowsJavaAlone() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".text")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT + ".text", "java.lang..", "java.util", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void onlyShellAndMainKnowBothDoors() {
        noClasses()
                .that(not(belongToAnyOf(Shell.class, Main.class)))
                .and()
                .resideOutsideOfPackage(ROOT + ".lsp")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".lsp")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".cli")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".lsp").and(not(equivalentTo(Stdio.class))))
                .check(CLASSES);
    }

    @Test
    void noPartsKnowEachOther() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyLspKnowsTheProtocolAndOnlyCliTheCommandLine() {
        onlyIn("lsp", resideInAPackage("org.eclipse.lsp4j.."));
        onlyIn("cli", resideInAPackage("picocli.."));
    }

    @Test
    void onlyTheDoorsKnowThreads() {
        DescribedPredicate<JavaClass> threads = resideInAPackage("java.util.concurrent..")
                .and(not(equivalentTo(Callable.class)))
                .or(belongToAnyOf(Thread.class, ThreadGroup.class, ThreadLocal.class, java.util.Timer.class))
                .as("threads or executors");
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".lsp", ROOT + ".cli")
                .should()
                .dependOnClassesThat(threads)
                .check(CLASSES);
    }

    @Test
    void onlyTheDoorsSeeStdinAndStdout() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".cli", ROOT + ".lsp")
                .should(ACCESS_STANDARD_STREAMS)
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.io.FileDescriptor.class)
                .check(CLASSES);
    }

    @Test
    void jsonIsReadByLoadersAndWrittenByTheDoors() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".cli", ROOT + ".lsp")
                .and(not(belongToAnyOf(ReplyCatalogue.class, HintCatalogue.class, LogFormats.class)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.gson..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".cli")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("com.google.gson..").and(not(resideInAPackage("com.google.gson.stream"))))
                .check(CLASSES);
    }

    @Test
    void nothingIsKeptInStaticFields() throws IllegalAccessException {
        for (JavaClass type : CLASSES) {
            for (JavaField field : type.getFields()) {
                if (field.getModifiers().contains(JavaModifier.STATIC)
                        && !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !TABLES.contains(field.getFullName())) {
                    assertThat(isConstant(field)).as(field.getFullName()).isTrue();
                }
            }
        }
    }

    @Test
    void aDocumentNeverChanges() {
        fields().that()
                .areDeclaredInClassesThat(are(belongToAnyOf(LogDocument.class, Lines.class)))
                .should()
                .beFinal()
                .check(CLASSES);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?")
                .check(CLASSES);
    }

    @Test
    void whatHasOnlyStaticMethodsIsFinalAndNeverMade() {
        classes()
                .that(are(onlyStatic()))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .andShould()
                .haveOnlyPrivateConstructors()
                .check(CLASSES);
    }

    @Test
    void noFileIsLongerThanAFewScreens() throws IOException {
        for (Path file : sources()) {
            assertThat(Files.readAllLines(file)).as("lines of %s", file).hasSizeLessThanOrEqualTo(LONGEST_FILE);
        }
    }

    @Test
    void noMethodIsLongerThanAScreen() throws IOException {
        int methods = 0;
        for (Path file : sources()) {
            Map<String, Integer> lengths = SourceMethods.lengths(Files.readAllLines(file));
            methods += lengths.size();
            lengths.forEach((method, length) ->
                    assertThat(length).as("lines of %s in %s", method, file).isLessThanOrEqualTo(LONGEST_METHOD));
        }
        assertThat(methods).as("methods found").isGreaterThan(200);
    }

    private static void onlyIn(String part, DescribedPredicate<JavaClass> what) {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + part)
                .should()
                .dependOnClassesThat(what)
                .check(CLASSES);
    }

    private static boolean isConstant(JavaField field) throws IllegalAccessException {
        JavaClass type = field.getRawType();
        if (!field.getModifiers().contains(JavaModifier.FINAL)) {
            return false;
        }
        if (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class)) {
            return isUnmodifiable(field);
        }
        boolean ours = type.getPackageName().startsWith(ROOT)
                && type.getAllFields().stream()
                        .allMatch(member -> member.getModifiers().contains(JavaModifier.FINAL));
        return ours || type.isPrimitive() || IMMUTABLE.contains(type.getName());
    }

    /** {@code List.of} and the like make nothing that can be changed. */
    private static boolean isUnmodifiable(JavaField field) throws IllegalAccessException {
        Field reflected = field.reflect();
        Object value = MethodHandles.privateLookupIn(reflected.getDeclaringClass(), MethodHandles.lookup())
                .unreflectVarHandle(reflected)
                .get();
        return value.getClass().getName().startsWith("java.util.ImmutableCollections");
    }

    private static DescribedPredicate<JavaClass> onlyStatic() {
        return DescribedPredicate.describe("have nothing but static methods", type -> {
            boolean plain = !type.isInterface() && !type.isEnum() && !type.isRecord() && !type.isAnonymousClass();
            boolean members = type.getMethods().stream()
                    .allMatch(method -> method.getModifiers().contains(JavaModifier.STATIC));
            boolean noState = type.getFields().stream()
                    .allMatch(field -> field.getModifiers().contains(JavaModifier.STATIC));
            return plain
                    && members
                    && noState
                    && !type.getMethods().isEmpty()
                    && type.getRawSuperclass()
                            .map(parent -> parent.isEquivalentTo(Object.class))
                            .orElse(false);
        });
    }

    private static List<Path> sources() throws IOException {
        Path folder = Path.of(System.getProperty("basedir", ""), "src/main/java");
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).as("sources in %s", folder).hasSizeGreaterThan(50);
            return sources;
        }
    }
}
