package io.chargeproof.api.oioi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class UserKeysTest {
    private final JsonNode definition = JsonMapper.shared().readTree(schema());

    static Stream<Arguments> the_schema_knows_the_keys_that_the_reader_knows() {
        return Stream.of(
                Arguments.of("/$defs/users", OioiSection.USERS),
                Arguments.of("/$defs/user", OioiSection.USER),
                Arguments.of("/$defs/details", UserDetails.DETAILS),
                Arguments.of("/$defs/postal-address", UserDetails.ADDRESS));
    }

    @ParameterizedTest
    @MethodSource
    void the_schema_knows_the_keys_that_the_reader_knows(String pointer, List<String> keys) {
        JsonNode section = definition.at(pointer);

        assertThat(section.path("properties").propertyNames()).containsExactlyElementsOf(keys);
        assertThat(section.path("additionalProperties").asBoolean(true)).isFalse();
    }

    private static String schema() {
        try (InputStream stream = UserKeysTest.class.getResourceAsStream("/profile/profile.schema.json")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
