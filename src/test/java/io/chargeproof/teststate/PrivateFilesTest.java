package io.chargeproof.teststate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrivateFilesTest {
    @TempDir
    Path temporary;

    private Path folder = Path.of("");
    private PrivateFiles files = new PrivateFiles(folder);

    @BeforeEach
    void open() {
        folder = temporary.resolve("kept");
        files = new PrivateFiles(folder);
    }

    /** Personal data and secrets aren't to get into a repository. */
    @Test
    void are_kept_out_of_version_control() {
        files.prepare();
        files.prepare();

        assertThat(folder.resolve(".gitignore")).hasContent("*\n");
    }

    @Test
    void are_listed_by_name() {
        files.prepare();
        List<String> names =
                IntStream.range(10, 40).mapToObj(number -> number + ".jsonl").toList();
        names.forEach(name -> files.create(files.path(name)));
        files.create(files.path("10.lock"));

        assertThat(files.files(".jsonl"))
                .containsExactlyElementsOf(names.stream().map(folder::resolve).toList());
    }

    /** A process that ended in between left a draft behind. */
    @Test
    void are_replaced_as_a_whole() throws IOException {
        files.prepare();
        Path list = files.path("list.csv");
        Files.writeString(list, "old and longer");
        Files.writeString(files.path("list.csv.new"), "half of ");

        files.replace(list, "new");

        assertThat(list).hasContent("new");
        assertThat(files.path("list.csv.new")).doesNotExist();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("", "made", (Use) (files, file) -> files.prepare()),
                arguments("a", "made", (Use) PrivateFiles::create),
                arguments("a", "written", (Use) (files, file) -> files.append(file, "text")),
                arguments("a", "deleted", (Use) PrivateFiles::delete),
                arguments("", "read", (Use) (files, file) -> files.files(".jsonl")),
                arguments("a", "read", (Use) PrivateFiles::lines));
    }

    /** What is done with a file. */
    private interface Use {
        void of(PrivateFiles files, Path file);
    }

    /** Here a file is where the folder should be. */
    @ParameterizedTest
    @MethodSource("faults")
    @DisabledOnOs(OS.WINDOWS)
    void say_what_fails_and_what_helps(String name, String what, Use use) throws IOException {
        Files.writeString(folder, "a file");
        Path file = name.isEmpty() ? folder : folder.resolve(name);

        assertThatThrownBy(() -> use.of(files, file))
                .isInstanceOf(TestStateException.class)
                .hasMessageStartingWith(file + " can't be " + what + " (")
                .hasMessageEndingWith("Exception); name another folder with --custody");
    }
}
