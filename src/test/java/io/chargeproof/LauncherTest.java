package io.chargeproof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in a project of its own where java and mvnw are scripts that say how they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final List<String> TOOLS = List.of(
            "cat",
            "cksum",
            "dirname",
            "find",
            "grep",
            "head",
            "mkdir",
            "mv",
            "nice",
            "readlink",
            "rm",
            "rmdir",
            "sed",
            "sh",
            "sleep",
            "sort",
            "tail",
            "touch",
            "tr");
    private static final Pattern JUMP = Pattern.compile("(?:goto|call) :?([a-z_]+)(?![a-z_.])");
    private static final String BUILDING =
            "Chargeproof is being built for its first use, which can take some minutes.\n" + "  … starting Maven\n";

    @TempDir
    Path folder;

    private Path project;
    private Path jar;

    @BeforeEach
    void lay_out_a_project() throws IOException {
        folder = folder.toRealPath();
        project = Files.createDirectories(folder.resolve("a project"));
        jar = project.resolve("target/chargeproof.jar");
        script(project.resolve("chargeproof"), Files.readString(Path.of("chargeproof")));
        script(
                project.resolve("mvnw"),
                "#!/bin/sh\necho built >>builds\nmkdir -p target/lib\n: >target/chargeproof.jar\n");
        source("pom.xml");
        source("src/main/java/Main.java");
        for (String tool : TOOLS) {
            script(folder.resolve("bin").resolve(tool), "#!/bin/sh\nPATH=/bin:/usr/bin exec " + tool + " \"$@\"\n");
        }
        java("17.0.15");
    }

    @Test
    void starts_main_with_the_arguments_as_they_were_given() throws Exception {
        Result result = launch(project.resolve("chargeproof"), Map.of(), "run", "two words", "*", "");

        assertThat(result.output()).endsWith("""
                -Dchargeproof.home=%s
                -cp
                %s
                io.chargeproof.cli.EntryPoint
                run
                two words
                *

                in %s
                """.formatted(project, jar, folder));
        assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void is_found_through_links() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("bin/link"), Path.of("../a project/chargeproof"));
        Path linkToLink = Files.createSymbolicLink(folder.resolve("proof"), link);

        assertThat(launch(linkToLink, Map.of()).output()).contains("-Dchargeproof.home=" + project + "\n");
    }

    @Test
    void takes_more_options_for_the_virtual_machine() throws Exception {
        Result result = launch(project.resolve("chargeproof"), Map.of("CHARGEPROOF_JAVA_OPTS", "-Xmx2g -XX:+UseZGC"));

        assertThat(result.output()).contains("\n-Xmx2g\n-XX:+UseZGC\n-cp\n").doesNotContain("-XX:+UseSerialGC");
    }

    @Test
    void refuses_options_that_the_virtual_machine_does_not_take() throws Exception {
        Result result = launch(project.resolve("chargeproof"), Map.of("CHARGEPROOF_JAVA_OPTS", "-Xnonsense"));

        assertThat(result.errors())
                .endsWith("Chargeproof can't start Java with what CHARGEPROOF_JAVA_OPTS says; change or unset it: "
                        + "Unrecognized option: -Xnonsense\n");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void refuses_to_start_without_java() throws Exception {
        Files.delete(folder.resolve("bin/java"));

        assertThat(launch(project.resolve("chargeproof"), Map.of("JAVA_HOME", "/nowhere")))
                .isEqualTo(new Result(
                        2,
                        "",
                        "Chargeproof needs Java 17 or newer, but none is in JAVA_HOME or on the PATH: "
                                + "install a JDK or point JAVA_HOME at one.\n"));
    }

    @Test
    void refuses_an_old_java_by_its_place_and_version() throws Exception {
        java("1.8.0_402");

        assertThat(launch(project.resolve("chargeproof"), Map.of()))
                .isEqualTo(new Result(
                        2,
                        "",
                        "Chargeproof needs Java 17 or newer, but %s/bin/java is Java 8: ".formatted(folder)
                                + "install a JDK or point JAVA_HOME at one.\n"));
    }

    @Test
    void builds_on_first_use_and_then_only_where_the_sources_differ() throws Exception {
        Path launcher = project.resolve("chargeproof");
        assertThat(launch(launcher, Map.of()).errors()).isEqualTo(BUILDING);
        assertThat(launch(launcher, Map.of()).errors()).isEmpty();

        Files.writeString(project.resolve("src/main/java/Main.java"), "class Main {}");
        Files.setLastModifiedTime(
                project.resolve("src/main/java/Main.java"),
                FileTime.from(Instant.now().minusSeconds(60)));

        assertThat(launch(launcher, Map.of()).errors())
                .startsWith("Chargeproof is being built anew, as its sources have changed.\n");
        assertThat(project.resolve("builds")).hasContent("built\nbuilt");
    }

    @Test
    void uses_what_was_built_of_the_same_sources_elsewhere() throws Exception {
        launch(project.resolve("chargeproof"), Map.of());
        Path moved = Files.move(project, folder.resolve("another project"));
        Files.setLastModifiedTime(
                moved.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(launch(moved.resolve("chargeproof"), Map.of()).errors()).isEmpty();
        assertThat(moved.resolve("builds")).hasContent("built");
    }

    @Test
    void builds_anew_where_a_source_was_added_renamed_or_taken_away() throws Exception {
        Path launcher = project.resolve("chargeproof");
        launch(launcher, Map.of());
        source("src/main/java/Other.java");
        launch(launcher, Map.of());
        Files.move(project.resolve("src/main/java/Other.java"), project.resolve("src/main/java/Third.java"));
        launch(launcher, Map.of());
        Files.delete(project.resolve("src/main/java/Third.java"));
        launch(launcher, Map.of());

        assertThat(project.resolve("builds")).hasContent("built\nbuilt\nbuilt\nbuilt");
    }

    @Test
    void starts_a_release_as_it_is() throws Exception {
        Files.delete(project.resolve("pom.xml"));
        Files.delete(project.resolve("mvnw"));
        Files.writeString(project.resolve("chargeproof.jar"), "");

        Result result = launch(project.resolve("chargeproof"), Map.of());

        assertThat(result.output()).contains("\n-cp\n" + project + "/chargeproof.jar\n");
        assertThat(result.errors()).isEmpty();
    }

    @Test
    void shows_the_end_of_a_failed_build() throws Exception {
        script(
                project.resolve("mvnw"),
                "#!/bin/sh\necho '[INFO] noise'\necho '[ERROR] Main.java: missing ;'\nexit 1\n");

        assertThat(launch(project.resolve("chargeproof"), Map.of()))
                .isEqualTo(new Result(
                        70,
                        "",
                        BUILDING + "Chargeproof could not be built; "
                                + "%s/target/launcher/build.log has it all, and ends:\n[ERROR] Main.java: missing ;\n"
                                        .formatted(project)));
        assertThat(project.resolve("target/launcher/lock")).doesNotExist();
    }

    /** Steps of one's own stand among the sources: a mistake in them is its writer's, and no fault of Chargeproof. */
    @Test
    void names_the_first_mistake_in_a_step_of_ones_own() throws Exception {
        compiling("src/main/java/com/example/steps/DriverSteps.java");

        assertThat(launch(project.resolve("chargeproof"), Map.of()))
                .isEqualTo(new Result(
                        2,
                        "",
                        BUILDING
                                + ("Chargeproof could not be built, as a source doesn't compile:"
                                                + " src/main/java/com/example/steps/DriverSteps.java:5: cannot find symbol: class"
                                                + " Strin. Mend it; %s/target/launcher/build.log has all that the compiler says.\n")
                                        .formatted(project)));
        assertThat(project.resolve("target/launcher/lock")).doesNotExist();
    }

    @Test
    void takes_the_blame_for_a_mistake_in_its_own_sources() throws Exception {
        compiling("src/main/java/io/chargeproof/Main.java");

        assertThat(launch(project.resolve("chargeproof"), Map.of()).code()).isEqualTo(70);
    }

    /** Has the build say what Maven says of a source that doesn't compile. */
    private void compiling(String source) throws IOException {
        script(project.resolve("mvnw"), """
                #!/bin/sh
                echo '[ERROR] COMPILATION ERROR : '
                echo "[ERROR] $PWD/%1$s:[5,5] cannot find symbol"
                echo '  symbol:   class Strin'
                echo '  location: class com.example.steps.DriverSteps'
                echo "[ERROR] $PWD/%1$s:[6,17] incompatible types: java.lang.String cannot be converted to int"
                echo '[ERROR] Failed to execute goal'
                exit 1
                """.formatted(source));
    }

    @Test
    void takes_over_from_a_process_that_died_while_building() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectories(project.resolve("target/launcher"));
        Files.writeString(project.resolve("target/launcher/lock"), dead.pid() + "\n");
        Files.writeString(jar, "half a jar");

        assertThat(launch(project.resolve("chargeproof"), Map.of()).errors()).isEqualTo(BUILDING);
        assertThat(jar).isEmptyFile();
    }

    @Test
    void builds_once_for_launchers_that_start_together() throws Exception {
        List<Process> launchers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            launchers.add(start(project.resolve("chargeproof"), Map.of(), "run"));
        }
        for (Process launcher : launchers) {
            assertThat(launcher.waitFor()).isEqualTo(3);
        }

        assertThat(project.resolve("builds")).hasContent("built");
    }

    @Test
    void jumps_on_windows_to_places_that_there_are_once() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("chargeproof.cmd"));
        List<String> places = lines.stream()
                .filter(line -> line.startsWith(":"))
                .map(line -> line.substring(1))
                .toList();
        List<String> jumps = lines.stream()
                .flatMap(line -> JUMP.matcher(line).results())
                .map(jump -> jump.group(1))
                .distinct()
                .toList();

        assertThat(places).doesNotHaveDuplicates().containsAll(jumps);
        assertThat(jumps).hasSizeGreaterThan(5);
    }

    private void java(String version) throws IOException {
        script(folder.resolve("bin/java"), """
                #!/bin/sh
                case "$*" in
                  *-Xnonsense*) echo 'Unrecognized option: -Xnonsense'; exit 1 ;;
                  *-version*) exit 0 ;;
                esac
                for each in "$@"; do echo "$each"; done
                echo "in $PWD"
                exit 103
                """);
        script(folder.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private void source(String name) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Result launch(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        Process process = start(launcher, environment, arguments);
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), output, errors);
    }

    private Process start(Path launcher, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", folder.resolve("bin").toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private record Result(int code, String output, String errors) {}
}
