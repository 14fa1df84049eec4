package io.chargeproof.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlFileTest {
    @TempDir
    Path folder;

    @Test
    void tells_the_line_and_the_path_of_every_value() {
        YamlMap map = YamlFile.parse("a:\n  b:\n  - x\n  - c: 1\n", "f").map();

        YamlValue item =
                map.require("a", "").map().require("b", "").list().items().get(1);
        assertThat(item.map().require("c", "").place()).isEqualTo(new YamlPlace("f", 4, "a.b[1].c"));
    }

    @ParameterizedTest
    @MethodSource
    void reads_json_types_and_keeps_what_was_written(String written, YamlScalar.Type type, String text) {
        YamlScalar scalar = (YamlScalar)
                YamlFile.parse("a: " + written, "f").map().entries().get("a");

        assertThat(scalar).isEqualTo(new YamlScalar(new YamlPlace("f", 1, "a"), text, type));
    }

    static Stream<Arguments> reads_json_types_and_keeps_what_was_written() {
        return Stream.of(
                Arguments.of("NO", YamlScalar.Type.TEXT, "NO"),
                Arguments.of("true", YamlScalar.Type.BOOLEAN, "true"),
                Arguments.of("'true'", YamlScalar.Type.TEXT, "true"),
                Arguments.of("12345", YamlScalar.Type.INTEGER, "12345"),
                Arguments.of("01234", YamlScalar.Type.TEXT, "01234"),
                Arguments.of("+31987654321", YamlScalar.Type.TEXT, "+31987654321"),
                Arguments.of("04E12345", YamlScalar.Type.TEXT, "04E12345"),
                Arguments.of("1.50", YamlScalar.Type.DECIMAL, "1.50"),
                Arguments.of("2027-01-31", YamlScalar.Type.TEXT, "2027-01-31"),
                Arguments.of("null", YamlScalar.Type.NULL, "null"),
                Arguments.of("~", YamlScalar.Type.NULL, "~"),
                Arguments.of("", YamlScalar.Type.NULL, ""));
    }

    @ParameterizedTest
    @MethodSource
    void says_what_is_wrong_and_nothing_of_the_values(String yaml, String message) {
        assertThatThrownBy(() -> YamlFile.parse(yaml, "f"))
                .isInstanceOf(YamlFault.class)
                .hasMessage(message);
    }

    static Stream<Arguments> says_what_is_wrong_and_nothing_of_the_values() {
        String sharing = "anchors and aliases (& and *) aren't supported; write the value out,"
                + " and put it in quotes if it starts with such a character";
        String empty = "f: the file is empty; check that it is the right one and was saved";
        return Stream.of(
                Arguments.of("", empty),
                Arguments.of("# nothing yet\n", empty),
                Arguments.of("a: 1\nb: 2\na: 3", "f:3: 'a' stands twice, first in line 1; keep one of the two"),
                Arguments.of("o:\n  a: 1\n  a: 3", "f:3: 'o.a' stands twice, first in line 2; keep one of the two"),
                Arguments.of("a: 1\n\tb: 2", "f:2: the line is indented by a tab; YAML wants blanks"),
                Arguments.of("x: 1\ntoken: *hunter2", "f:2: " + sharing),
                Arguments.of("a: &a [1]\nb: &b [*a,*a]", "f:1: " + sharing),
                Arguments.of(
                        "token: !hunter2",
                        "f:1: tags (!) aren't supported; leave it out, or put the value in"
                                + " quotes if it starts with !"),
                Arguments.of(
                        "token: @hunter2",
                        "f:1: a value starts with a character that means something to YAML; put the value in quotes"),
                Arguments.of(
                        "token: hunter2: x",
                        "f:1: a key isn't expected here; check the indentation, and put values that contain ': ' in"
                                + " quotes"),
                Arguments.of(
                        "a: [hunter2\nb: 2",
                        "f:2: the file isn't valid YAML here; check indentation, brackets and quotes on this line and"
                                + " the one before"),
                Arguments.of("a: 1\n---\nb: 2", "f:2: a second document starts here; write just one, without '---'"),
                Arguments.of(
                        "a: x\u0001",
                        "f: the file holds a character that YAML doesn't allow (U+0001); save it as plain text in"
                                + " UTF-8"),
                Arguments.of("? [a]\n: 1", "f:1: has a key that is a list or a mapping; write a plain name"),
                Arguments.of("[".repeat(100_000), "f:1: values are nested more than 50 deep; is this the right file?"));
    }

    @Test
    void reads_what_windows_editors_write() {
        YamlMap map = YamlFile.parse("\uFEFFa: 1\r\nb: 2\r\n", "f").map();

        assertThat(map.require("a", "").scalar().text()).isEqualTo("1");
        assertThat(map.require("b", "").place().line()).isEqualTo(2);
    }

    @Test
    void a_mapping_says_which_key_it_lacks() {
        YamlMap map = YamlFile.parse("o:\n  a: ~", "f").map();

        assertThatThrownBy(() -> map.require("name", "acceptance"))
                .hasMessage("f:1: the file lacks the key 'name'; write name: acceptance");
        assertThatThrownBy(() -> map.require("o", "").map().require("a", "b"))
                .hasMessage("f:2: 'o.a' has no value; write a: b");
    }

    @Test
    void a_value_says_which_kind_it_should_be_of() {
        YamlMap map = YamlFile.parse("a: [1]\nb: {c: 1}\nd: hunter2", "f").map();

        assertThatThrownBy(() -> map.require("a", "").scalar())
                .hasMessage("f:1: 'a' must be a single value, not a list");
        assertThatThrownBy(() -> map.require("b", "").list())
                .hasMessage("f:2: 'b' must be a list, such as [a, b], not a mapping");
        assertThatThrownBy(() -> map.require("d", "").map())
                .hasMessage("f:3: 'd' must be a mapping, such as {key: value}, not a text");
    }

    @Test
    void refuses_a_directory() {
        assertThatThrownBy(() -> YamlFile.read(folder))
                .hasMessage(folder + ": this is a directory; name a YAML file in it");
    }

    @Test
    void refuses_what_is_not_text() throws IOException {
        Path file = Files.write(folder.resolve("f.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThatThrownBy(() -> YamlFile.read(file))
                .hasMessage(file + ": the file isn't text in UTF-8; save it as such");
    }

    @Test
    void refuses_a_huge_file() throws IOException {
        Path file = Files.write(folder.resolve("f.yaml"), new byte[(1 << 20) + 1]);

        assertThatThrownBy(() -> YamlFile.read(file))
                .hasMessage(file + ": the file is larger than 1 MiB; is it the right one?");
    }
}
