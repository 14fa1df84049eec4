package io.chargeproof.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.chargeproof.api.ApiModules;
import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.api.oioi.OioiTarget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProfileSchemaTest {
    private static final String SCHEMA = resource("profile.schema.json");
    private static final List<ApiSection> ALL = List.copyOf(ApiModules.all());
    private static final String TEMPLATE = resource("template.yaml");

    private final JsonNode definition = JsonMapper.shared().readTree(SCHEMA);
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA, InputFormat.JSON);

    static Stream<Arguments> the_schema_knows_the_keys_that_the_reader_knows() {
        return Stream.of(
                Arguments.of("", ProfileKeys.top(ALL)),
                Arguments.of("/$defs/evc-net", ALL.get(0).keys()),
                Arguments.of("/$defs/oioi", ALL.get(1).keys()),
                Arguments.of("/$defs/limits", ProfileKeys.LIMITS),
                Arguments.of("/$defs/connection", ProfileKeys.CONNECTION),
                Arguments.of("/$defs/waiver", ProfileKeys.WAIVER),
                Arguments.of("/$defs/where", ProfileKeys.WHERE));
    }

    @ParameterizedTest
    @MethodSource
    void the_schema_knows_the_keys_that_the_reader_knows(String pointer, List<String> keys) {
        JsonNode section = definition.at(pointer);

        assertThat(section.path("properties").propertyNames()).containsExactlyElementsOf(keys);
        assertThat(section.path("additionalProperties").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {Profiles.WHOLE, Profiles.LEAST})
    void schema_and_reader_accept_a_good_profile(String yaml) {
        assertThat(schema.validate(yaml, InputFormat.YAML)).isEmpty();
        assertThatCode(() -> Profiles.parse(yaml)).doesNotThrowAnyException();
    }

    @Test
    void schema_and_reader_accept_a_password_in_place_of_a_token_and_beside_one() {
        for (String with : List.of("password: \"${SECOND_TOKEN}\"", "token: a, password: b")) {
            String yaml = Profiles.WHOLE.replace("token: \"${SECOND_TOKEN}\"", with);

            assertThat(yaml).isNotEqualTo(Profiles.WHOLE);
            assertThat(schema.validate(yaml, InputFormat.YAML)).as(with).isEmpty();
            assertThatCode(() -> Profiles.parse(yaml)).as(with).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: acceptance | name: a b",
                "name: acceptance | x: y",
                "kind: acceptance | kind: test",
                "base-url: | base_url:",
                "https://${HOST}/ | evc-a.evc-net.com",
                "https://${HOST}/ | https://me:hunter2@evc-a.evc-net.com",
                "token: ${EVC_NET_TOKEN} | token: [a]",
                "token: ${EVC_NET_TOKEN} | token:",
                "city: Rotterdam | city: null",
                "[NL-TST0000001-A1, 42] | NL-1",
                "A1, 42 | A1, NL-TST0000001-A1",
                "endpoint: | end-point:",
                "secondary: | other:",
                "'token: \"${SECOND_TOKEN}\"' | rfid: A",
                "'token: \"${SECOND_TOKEN}\"' | 'password: [a]'",
                "500ms | 500",
                "retries: 1 | retries: '1'",
                "retries: 1 | retries: 11",
                "proxy: | proxies:",
                "depth: smoke | depth: deep",
                "OIOI-GET-10 | get-10",
                "2027-01-31 | 31.1.2027",
                "status: 404 | status: 4040",
                "', reason: a router' | ''"
            })
    void schema_and_reader_refuse_a_bad_profile(String text, String instead) {
        assertThat(Profiles.WHOLE).contains(text);
        String yaml = Profiles.WHOLE.replace(text, instead);

        assertThat(schema.validate(yaml, InputFormat.YAML)).isNotEmpty();
        assertThatThrownBy(() -> Profiles.parse(yaml)).isInstanceOf(ProfileException.class);
    }

    @Test
    void a_profile_without_either_interface_is_refused() {
        assertThat(schema.validate("{name: n, kind: acceptance}", InputFormat.YAML))
                .isNotEmpty();
        assertThat(schema.validate("{name: n, kind: acceptance, oioi: null}", InputFormat.YAML))
                .isNotEmpty();
    }

    @Test
    void the_template_is_a_good_profile_that_holds_no_secret() {
        LoadedProfile read = Profiles.reader().parse(TEMPLATE, "template.yaml", environment());

        assertThat(schema.validate(TEMPLATE, InputFormat.YAML)).isEmpty();
        assertThat(TEMPLATE).startsWith("# yaml-language-server: $schema=profile.schema.json\n");
        assertThat(read.warnings()).isEmpty();
        assertThat(read.profile().secrets())
                .containsExactly(
                        Map.entry("a", "EVC_NET_TOKEN"),
                        Map.entry("b", "OIOI_API_KEY"),
                        Map.entry("d", "OIOI_PRIMARY_TOKEN"),
                        Map.entry("f", "OIOI_SECONDARY_TOKEN"));
    }

    @Test
    void what_the_template_has_in_comments_is_right_too() {
        String all = TEMPLATE.substring(TEMPLATE.indexOf("name:"))
                .replaceAll("(?m)^( *)# ((  )*(- |[a-z][a-z -]*:( |$)))", "$1$2")
                .replace("  cards: []\n", "")
                .replaceAll("(?m)^.*(ca|client)\\.pem.*\n", "");

        Profile profile =
                Profiles.reader().parse(all, "template.yaml", environment()).profile();

        assertThat(schema.validate(all, InputFormat.YAML)).isEmpty();
        assertThat(profile.waivers()).hasSize(2);
        assertThat(OioiTarget.of(profile)).isNotNull();
        assertThat(OioiTarget.of(profile).sparse()).isNotNull();
        assertThat(EvcNetTarget.of(profile)).isNotNull();
        assertThat(EvcNetTarget.of(profile).cards()).hasSize(3);
    }

    private static Map<String, String> environment() {
        return Map.of(
                "EVC_NET_TOKEN", "a",
                "OIOI_API_KEY", "b",
                "OIOI_PRIMARY_USERNAME", "c",
                "OIOI_PRIMARY_TOKEN", "d",
                "OIOI_PRIMARY_PASSWORD", "i",
                "OIOI_SECONDARY_USERNAME", "e",
                "OIOI_SECONDARY_TOKEN", "f",
                "OIOI_SPARSE_USERNAME", "g",
                "OIOI_SPARSE_TOKEN", "h");
    }

    private static String resource(String name) {
        try (InputStream stream = ProfileSchemaTest.class.getResourceAsStream("/profile/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
