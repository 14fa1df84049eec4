package io.chargeproof.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the committed pacts to what the consumers expect, byte for byte. */
class CommittedPactsTest {
    private static final Path PACTS = Path.of("pacts");
    private static final String REWRITE = "mvn test -Dtest=CommittedPactsTest -Dpacts.rewrite=true";

    @TestFactory
    Stream<DynamicTest> say_what_the_consumers_expect() {
        return Consumer.all().stream().map(each -> dynamicTest(each.file(), () -> compare(each)));
    }

    private static void compare(Consumer consumer) throws IOException {
        Path file = PACTS.resolve(consumer.file());
        String expected = PactText.of(consumer.pact());
        if (Boolean.getBoolean("pacts.rewrite")) {
            Files.createDirectories(PACTS);
            Files.writeString(file, expected, UTF_8);
        }
        assertThat(Files.exists(file) ? Files.readString(file, UTF_8) : "")
                .as("%s differs from what the consumer tests expect; if they are right: %s", file, REWRITE)
                .isEqualTo(expected);
    }

    @Test
    void are_the_same_in_every_language() {
        Locale before = Locale.getDefault();
        String here = PactText.of(PartnerBackoffice.consumer().pact());
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(PactText.of(PartnerBackoffice.consumer().pact())).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @TestFactory
    Stream<DynamicTest> name_the_library_that_wrote_them_nowhere() {
        return Consumer.all().stream()
                .map(each -> dynamicTest(
                        each.file(), () -> assertThat(PactText.of(each.pact())).doesNotContain("pact-jvm")));
    }
}
