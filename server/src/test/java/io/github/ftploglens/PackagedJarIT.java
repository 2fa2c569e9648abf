package io.github.ftploglens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What lies in the jar that users get: the build leaves out what no signature leads to. */
final class PackagedJarIT {
    private static final Path JAR = Path.of(System.getProperty("server.jar"));

    @Test
    void holdsEachFileOnceAndNoSignatures() throws IOException {
        assertThat(names())
                .doesNotHaveDuplicates()
                .contains("META-INF/LICENSE", "META-INF/THIRD-PARTY-NOTICES.txt")
                .noneMatch(name -> name.matches("META-INF/.*\\.(SF|RSA|DSA)"))
                .noneMatch(name -> name.endsWith("module-info.class"));
    }

    /** gson and lsp4j find types by reflection: in fields, type arguments and annotations. */
    @Test
    void lacksNoClassThatAnotherOneNames() throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            for (String name : names()) {
                if (name.endsWith(".class") && !name.endsWith("package-info.class")) {
                    String type = name.substring(0, name.length() - ".class".length());
                    resolve(Class.forName(type.replace('/', '.'), false, loader));
                }
            }
        }
    }

    private static void resolve(Class<?> type) throws ReflectiveOperationException {
        assertThat(type.getGenericInterfaces()).doesNotContainNull();
        resolveAnnotations(type);
        for (Field field : type.getDeclaredFields()) {
            assertThat(field.getGenericType()).isNotNull();
            resolveAnnotations(field);
        }
        for (Method method : type.getDeclaredMethods()) {
            assertThat(method.getGenericReturnType()).isNotNull();
            resolveParameters(method);
        }
        for (Executable constructor : type.getDeclaredConstructors()) {
            resolveParameters(constructor);
        }
    }

    private static void resolveParameters(Executable executable) throws ReflectiveOperationException {
        assertThat(executable.getGenericParameterTypes()).doesNotContainNull();
        resolveAnnotations(executable);
    }

    private static void resolveAnnotations(AnnotatedElement element) throws ReflectiveOperationException {
        for (Annotation annotation : element.getAnnotations()) {
            for (Method value : annotation.annotationType().getDeclaredMethods()) {
                assertThat(value.invoke(annotation)).isNotNull();
            }
        }
    }

    private static List<String> names() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream().map(JarEntry::getName).toList();
        }
    }
}
