package io.chargeproof.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.api.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureTagsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "@skip(JIRA-1); skip(JIRA-1); skip-JIRA-1",
                "@a,b; a,b; a-b",
                "@a&b; a&b; a-b",
                "@a|b; a|b; a-b",
                "@not!; not!; not",
                "@fine @slow(er) # why; slow(er); slow-er",
                "@two words; two words; two-words",
            })
    void refuse_a_tag_that_would_be_dropped(String line, String tag, String right) {
        assertThatThrownBy(() -> check(line))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        folder.resolve("own.feature") + ":3: the tag @" + tag + " can't be read by --tags: a tag has"
                                + " no blanks and none of , ( ) & | !; write @" + right);
    }

    @ParameterizedTest
    @CsvSource({
        "@Writes, writes",
        "@write, writes",
        "@use_primary, uses-primary",
        "@OIOI, oioi",
        "@evcnet, evc-net",
        "@oioi-get-1, OIOI-GET-1"
    })
    void refuse_a_tag_that_is_misspelt(String line, String right) {
        assertThatThrownBy(() -> check(line))
                .isInstanceOf(UsageException.class)
                .hasMessage(folder.resolve("own.feature") + ":3: the tag " + line + " has no meaning; write @" + right
                        + ", or give it a name that is less alike");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@oioi @uses-primary @JIRA-1",
                "@oioi@writes",
                "@team:mobile # not (this)",
                "# @a(b)",
                "@readonly"
            })
    void take_any_other(String line) {
        assertThatCode(() -> check(line)).doesNotThrowAnyException();
    }

    @Test
    void take_a_text_for_no_tag() {
        assertThatCode(() -> check("""
                Scenario: A text
                  When
                  \"""
                  @a(b)
                  \"""
                """)).doesNotThrowAnyException();
    }

    private void check(String lines) throws IOException {
        Files.writeString(folder.resolve("own.feature"), "Feature: Own\n\n" + lines + "\n");
        FeatureTags.check(folder);
    }
}
