package io.chargeproof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.chargeproof.cli.EntryPoint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a real JVM, in surroundings that were made for something else: none makes it exit with 1. */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class HostileEnvironmentTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"));
    private static final String FINE = "OIOI-VERIFY-8   OBSERVE .*";
    private static final String BUILD_ANEW =
            ": delete target/chargeproof.jar, which is then built anew, or unpack the release again";

    @TempDir
    static Path folder;

    private static final String COPY =
            "copy() { cp -as \"$PWD/install\" \"$1\"; rm \"$1/chargeproof\" \"$1\"/target/*.jar;"
                    + " cp install/chargeproof \"$1\"; cp install/target/*.jar \"$1/target\"; cd \"$1\"; }; ";

    private static Path install;

    /**
     * A surrounding.
     *
     * @param name what is hostile in it
     * @param prelude what a shell does before
     * @param environment what it sets
     * @param code how the program ends
     * @param lastLine what it says last, as a regular expression
     */
    private record Surrounding(
            String name, String prelude, Map<String, String> environment, int code, String lastLine) {
        static Surrounding of(String variable, String value, int code, String lastLine) {
            return new Surrounding(variable + "=" + value, "", Map.of(variable, value), code, lastLine);
        }

        static Surrounding after(String prelude, int code, String lastLine) {
            return new Surrounding(prelude, prelude + "; ", Map.of(), code, lastLine);
        }

        static Surrounding with(String prelude, Map<String, String> environment, int code, String lastLine) {
            return new Surrounding(prelude + " " + environment, prelude + "; ", environment, code, lastLine);
        }
    }

    @BeforeAll
    static void install() throws IOException {
        folder = folder.toRealPath();
        install = Files.createDirectories(folder.resolve("install"));
        Path lib = Files.createDirectories(install.resolve("target/lib"));
        Path launcher = Files.copy(Path.of("chargeproof"), install.resolve("chargeproof"));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        StringBuilder classPath = new StringBuilder();
        for (String each : System.getProperty("java.class.path").split(":", -1)) {
            if (each.endsWith(".jar") && !Files.exists(lib.resolve(Path.of(each).getFileName()))) {
                Files.copy(Path.of(each), lib.resolve(Path.of(each).getFileName()));
                classPath.append("lib/").append(Path.of(each).getFileName()).append(' ');
            }
        }
        copy(Path.of("features"), install.resolve("features"));
        pack(install.resolve("target/chargeproof.jar"), classPath.toString().strip());
        Files.createDirectories(install.resolve("src/main"));
        Files.writeString(install.resolve("pom.xml"), "<project/>\n");
        recordSources();
        Files.writeString(folder.resolve("options"), "-XX:+UseG1GC\n");
    }

    /** As a build leaves it, so that nothing is built. */
    private static void recordSources() throws IOException {
        String script =
                "find -L pom.xml src/main -type f -exec cksum {} + | LC_ALL=C sort | cksum >target/sources.cksum";
        try {
            int code = new ProcessBuilder("sh", "-c", script)
                    .directory(install.toFile())
                    .start()
                    .waitFor();
            assertThat(code).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pack(Path jar, String classPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, EntryPoint.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        Path classes;
        try {
            classes = Path.of(EntryPoint.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IOException(e);
        }
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(file, manifest);
                Stream<Path> all = Files.walk(classes)) {
            packed.setLevel(0);
            for (Path each : all.filter(each -> !each.equals(classes)).toList()) {
                String name = classes.relativize(each).toString();
                packed.putNextEntry(new JarEntry(Files.isDirectory(each) ? name + "/" : name));
                if (Files.isRegularFile(each)) {
                    Files.copy(each, packed);
                }
                packed.closeEntry();
            }
        }
    }

    private static void copy(Path from, Path into) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, into.resolve(from.relativize(each)));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> never_makes_it_exit_with_1() {
        return surroundings().stream().map(each -> dynamicTest(each.name(), () -> holds(each)));
    }

    private static List<Surrounding> surroundings() {
        List<Surrounding> all = new ArrayList<>(variables());
        all.addAll(limits());
        all.addAll(places());
        return all;
    }

    private static List<Surrounding> variables() {
        String refusal = "Chargeproof can't start Java with what %s says; change or unset it: ";
        String tool = refusal.formatted("JAVA_TOOL_OPTIONS");
        return List.of(
                Surrounding.of("JAVA_TOOL_OPTIONS", "-XX:+UseG1GC", 0, FINE),
                Surrounding.of("JDK_JAVA_OPTIONS", "-XX:+UseParallelGC", 0, FINE),
                Surrounding.of("_JAVA_OPTIONS", "-XX:+UseG1GC", 0, FINE),
                Surrounding.of("CHARGEPROOF_JAVA_OPTS", "-XX:+UseG1GC", 0, FINE),
                Surrounding.of("JDK_JAVA_OPTIONS", "@" + folder.resolve("options"), 0, FINE),
                Surrounding.of("_JAVA_OPTIONS", "-Xms1200m", 0, FINE),
                Surrounding.of("JAVA_TOOL_OPTIONS", "-Xint", 0, FINE),
                Surrounding.of(
                        "JAVA_TOOL_OPTIONS",
                        "-javaagent:/nowhere.jar",
                        2,
                        tool + "Error opening zip file or JAR manifest missing : /nowhere.jar"),
                Surrounding.of(
                        "JDK_JAVA_OPTIONS",
                        "-javaagent:/nowhere.jar",
                        2,
                        refusal.formatted("JDK_JAVA_OPTIONS")
                                + "Error opening zip file or JAR manifest missing : /nowhere.jar"),
                Surrounding.of("JAVA_TOOL_OPTIONS", "-XX:+Rubbish", 2, tool + "Unrecognized VM option 'Rubbish'"),
                Surrounding.of(
                        "_JAVA_OPTIONS", "-Xmx1k", 2, refusal.formatted("_JAVA_OPTIONS") + "Too small maximum heap"),
                Surrounding.of(
                        "JAVA_TOOL_OPTIONS",
                        "-Xmx24m",
                        2,
                        "chargeproof: Java may use [0-9]+ MiB of memory, which is too little; allow 64 MiB or more, as with"
                                + " -Xmx1g in CHARGEPROOF_JAVA_OPTS, and look for -Xmx in JAVA_TOOL_OPTIONS,"
                                + " JDK_JAVA_OPTIONS and _JAVA_OPTIONS"),
                // Whether Java gets as far as to Chargeproof's own code differs from machine to machine.
                Surrounding.of(
                        "JAVA_TOOL_OPTIONS",
                        "-XX:MaxMetaspaceSize=6m",
                        70,
                        "(chargeproof: internal error: |Chargeproof was ended by Java with 1 and has no verdict: unset"
                                + " JAVA_TOOL_OPTIONS, ).*"),
                Surrounding.of(
                        "JAVA_TOOL_OPTIONS",
                        "-Xlog:help",
                        70,
                        "Chargeproof was ended by Java with 0 and has no verdict: unset JAVA_TOOL_OPTIONS, and if that doesn't"
                                + " help, delete " + install + "/target/chargeproof.jar, which is then built anew\\."));
    }

    private static List<Surrounding> limits() {
        return List.of(
                Surrounding.after("ulimit -v 1200000", 0, FINE),
                Surrounding.after(
                        "ulimit -v 300000",
                        2,
                        "Chargeproof can't start Java within 'ulimit -v 300000': raise it to 1000000 or more \\(.*\\)\\."),
                Surrounding.after("ulimit -n 40", 2, "chargeproof: .*: Too many open files"),
                Surrounding.after("ulimit -f 0", 0, FINE),
                Surrounding.after("exec <&-", 0, FINE),
                Surrounding.after("umask 777", 0, FINE));
    }

    private static List<Surrounding> places() {
        return List.of(
                Surrounding.with("mkdir closed; chmod 0 closed", Map.of("HOME", "closed", "TMPDIR", "closed"), 0, FINE),
                Surrounding.of("HOME", "/nowhere", 0, FINE),
                Surrounding.of("PATH", "/nowhere", 0, FINE),
                Surrounding.of("PATH", "", 0, FINE),
                Surrounding.of("LC_ALL", "nowhere", 0, FINE),
                Surrounding.with("copy \"$(printf 'pr\\303\\274j')\"", Map.of("LC_ALL", "C"), 0, FINE),
                Surrounding.after("copy closed-install; chmod a-w . target", 0, FINE),
                Surrounding.after(
                        "copy a; rm target/lib/picocli-*.jar",
                        70,
                        "chargeproof: .*/a/target/lib/picocli-[0-9.]*\\.jar is missing or damaged" + BUILD_ANEW),
                Surrounding.after(
                        "copy b; jar=$(ls target/lib/picocli-*.jar); rm $jar; echo PK >$jar",
                        70,
                        "chargeproof: .*/b/target/lib/picocli-[0-9.]*\\.jar is missing or damaged" + BUILD_ANEW),
                Surrounding.after(
                        "copy c; rm target/chargeproof.jar; echo PK >target/chargeproof.jar",
                        70,
                        "Chargeproof was ended by Java with 1 and has no verdict: delete .*/c/target/chargeproof.jar, which is"
                                + " then built anew, or unpack the release again\\."));
    }

    private static void holds(Surrounding surrounding) throws Exception {
        List<String> lines = run(surrounding, "requirements");

        assertThat(lines).noneMatch(line -> line.startsWith("\tat "));
        assertThat(lines.get(lines.size() - 2)).matches(surrounding.lastLine());
        assertThat(lines.get(lines.size() - 1)).isEqualTo("ended with " + surrounding.code());
    }

    @Test
    void leaves_1_to_a_verdict() throws Exception {
        Surrounding none = Surrounding.after("true", 1, "");
        List<String> lines =
                run(none, "run --skip-html --reports reports --tags @OIOI-AUTH-2 --defect oioi-token-not-checked");

        assertThat(lines).contains("non-conforming: 6 of 73 MUSTs in scope (tags @OIOI-AUTH-2), 4 decided");
        assertThat(lines).last().isEqualTo("ended with 1");
    }

    private static List<String> run(Surrounding surrounding, String arguments) throws Exception {
        Path output = Files.createTempFile(folder, "output", ".txt");
        String path = surrounding.environment().getOrDefault("PATH", "$PATH");
        String command = "(" + COPY + surrounding.prelude() + "[ -x ./chargeproof ] || cd install; PATH=" + path
                + " ./chargeproof " + arguments + ") 2>&1 | cat; exit ${PIPESTATUS[0]}";
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(surrounding.environment());
        builder.environment().put("PATH", JAVA.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", JAVA.toString());
        builder.environment().put("CHARGEPROOF_ARCHIVE", "off");
        int code = builder.start().waitFor();
        List<String> lines = new ArrayList<>(
                new String(Files.readAllBytes(output), UTF_8).lines().toList());
        lines.add("ended with " + code);
        return lines;
    }
}
