package io.chargeproof.profile;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileFaultsTest {
    private static final String ABSOLUTE =
            "must be an absolute http or https address, such as https://evc-a.evc-net.com";
    private static final String INVALID =
            "has a host, port or path that isn't valid in an address; write one such as https://evc-a.evc-net.com";
    private static final String UNFIT = ", which no request can carry; give the secret alone";

    @ParameterizedTest
    @MethodSource({"keys", "variables", "addresses", "testData", "limits", "waivers"})
    void says_file_line_key_fault_and_cure(String yaml, String message) {
        assertThatThrownBy(() -> Profiles.parse(yaml))
                .isInstanceOf(ProfileException.class)
                .hasMessage("p.yaml" + message);
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                fault("", ": the file is empty; check that it is the right one and was saved"),
                fault("just text", ":1: must be a mapping, such as {key: value}, not a text"),
                whole(
                        "base-url:",
                        "base_url:",
                        ":4: 'evc-net.base_url' isn't a key that is known here;" + " did you mean 'base-url'?"),
                whole(
                        "valid-vat:",
                        "colour:",
                        ":16: 'oioi.colour' isn't a key that is known here;"
                                + " write one of endpoint, api-key, valid-vat, users"),
                whole(
                        "secondary:",
                        "other:",
                        ":19: 'oioi.users.other' isn't a key that is known here;"
                                + " write one of primary, secondary, sparse"),
                whole(
                        "evco-id:",
                        "evcoId:",
                        ":18: 'oioi.users.primary.evcoId' isn't a key that is known here;"
                                + " did you mean 'evco-id'?"),
                whole(
                        "retries:",
                        "retry:",
                        ":21: 'limits.retry' isn't a key that is known here;" + " did you mean 'retries'?"),
                whole(
                        "proxy:",
                        "proxies:",
                        ":22: 'connection.proxies' isn't a key that is known here;" + " did you mean 'proxy'?"),
                whole(
                        "until: 2027",
                        "untill: 2027",
                        ":27: 'waivers[0].untill' isn't a key that is known here;" + " did you mean 'until'?"),
                whole(
                        "operation:",
                        "call:",
                        ":28: 'waivers[1].where.call' isn't a key that is known here;"
                                + " write one of operation, status, code"),
                whole("name: acceptance\n", "", ":1: the file lacks the key 'name'; write name: acceptance"),
                whole(
                        "name: acceptance",
                        "name: Abnahme NL/2",
                        ":1: 'name' must be 1 to 64 letters of A to Z, digits,"
                                + " dots, hyphens and underscores, such as acceptance-2"),
                whole("kind: acceptance\n", "", ":1: the file lacks the key 'kind'; write kind: acceptance"),
                whole("kind: acceptance", "kind: test", ":2: 'kind' must be one of sandbox, acceptance, production"),
                whole("depth: smoke", "depth: deep", ":25: 'depth' must be one of smoke, standard, full"),
                fault(
                        "{name: n, kind: acceptance}",
                        ":1: the file has neither 'evc-net' nor 'oioi';" + " describe at least one of them"),
                least(
                        "  token: ${EVC_NET_TOKEN}\n",
                        "",
                        ":3: 'evc-net' lacks the key 'token';" + " write token: \"${EVC_NET_TOKEN}\""),
                least("${EVC_NET_TOKEN}", "", ":5: 'evc-net.token' has no value; write token: \"${EVC_NET_TOKEN}\""),
                least("${EVC_NET_TOKEN}", "[hunter2]", ":5: 'evc-net.token' must be a single value, not a list"),
                least(
                        "evc-net:",
                        "evc-net: hunter2\noioi:",
                        ":3: 'evc-net' must be a mapping, such as {key: value}," + " not a text"));
    }

    static Stream<Arguments> variables() {
        String reference = "has a '${' that no name of an environment variable and '}' follow;"
                + " write such as ${EVC_NET_TOKEN}, or put the whole value into a variable";
        return Stream.of(
                least(
                        "EVC_NET_TOKEN",
                        "NOT_SET",
                        ":5: 'evc-net.token' needs the environment variable NOT_SET,"
                                + " which isn't set; set it, as by export NOT_SET=…"),
                whole(
                        "${HOST}",
                        "${NOT_SET}",
                        ":4: 'evc-net.base-url' needs the environment variable NOT_SET,"
                                + " which isn't set; set it, as by export NOT_SET=…"),
                whole(
                        "${HOST}",
                        "${NOT_SET}${NOR_THIS}",
                        ":4: 'evc-net.base-url' needs the environment variable NOT_SET,"
                                + " which isn't set; set it, as by export NOT_SET=…, and with it NOR_THIS, which isn't"
                                + " set either"),
                whole(
                        "${HOST}",
                        "${NOT_SET}${NOR_THIS}${NOR_THAT}",
                        ":4: 'evc-net.base-url' needs the environment variable NOT_SET,"
                                + " which isn't set; set it, as by export NOT_SET=…, and with it NOR_THIS, NOR_THAT, which"
                                + " aren't set either"),
                whole(
                        "city: Rotterdam",
                        "city: 'a ${NOT_SET}'",
                        ":8: 'evc-net.update.city' needs the environment"
                                + " variable NOT_SET, which isn't set; set it, as by export NOT_SET=…"),
                least("${EVC_NET_TOKEN}", "hunter2${", ":5: 'evc-net.token' " + reference),
                least("${EVC_NET_TOKEN}", "hunter2${a b}", ":5: 'evc-net.token' " + reference),
                least(
                        "EVC_NET_TOKEN",
                        "EMPTY",
                        ":5: 'evc-net.token' is empty in the environment variable EMPTY;" + " give the secret itself"),
                least("${EVC_NET_TOKEN}", "''", ":5: 'evc-net.token' is empty; give the secret itself"),
                least(
                        "EVC_NET_TOKEN",
                        "TRAILING",
                        ":5: 'evc-net.token' holds a blank, a line break or a letter beyond"
                                + " ASCII in the environment variable TRAILING" + UNFIT),
                least(
                        "${EVC_NET_TOKEN}",
                        "hunter 2",
                        ":5: 'evc-net.token' holds a blank, a line break or a letter" + " beyond ASCII" + UNFIT));
    }

    static Stream<Arguments> addresses() {
        return Stream.of(
                address("evc-a.evc-net.com", ABSOLUTE),
                address("ftp://evc-a.evc-net.com", ABSOLUTE),
                address("/api", ABSOLUTE),
                address(
                        "https://me:hunter2@evc-a.evc-net.com",
                        "must not hold a user or a password before the host;" + " leave out all up to the @"),
                address(
                        "https://evc-a.evc-net.com?token=hunter2",
                        "must end before any ? or #," + " as https://evc-a.evc-net.com does"),
                address(
                        "https://evc-a.evc-net.com#top",
                        "must end before any ? or #," + " as https://evc-a.evc-net.com does"),
                address("https://", INVALID),
                address("https://evc a.com", INVALID),
                address("https://evc-a.evc-net.com:99999", INVALID),
                address("https://2130706433", INVALID),
                address("https://0x7f.1", INVALID),
                address("https://127.1", INVALID),
                address(
                        "https://evc-a.evc-net.com/api/rest/customer/",
                        "must end before /api/rest/customer," + " which is added; write https://evc-a.evc-net.com"),
                whole(
                        "https://dev-api.plugsurfing.com",
                        "dev-api.plugsurfing.com",
                        ":14: 'oioi.endpoint' must be an"
                                + " absolute http or https address, such as"
                                + " https://dev-api.plugsurfing.com/api/v4/request"),
                whole(
                        "http://proxy.example.com:8080/",
                        "https://proxy.example.com",
                        ":22: 'connection.proxy' must be"
                                + " an http address with a port and no path, such as http://proxy.example.com:8080"),
                whole(
                        "ca: null",
                        "ca: none.pem",
                        ":22: 'connection.ca' must name a PEM file that can be read,"
                                + " from the profile's own folder or absolute"));
    }

    static Stream<Arguments> testData() {
        return Stream.of(
                whole(
                        "data.customer_id",
                        "data..id",
                        ":6: 'evc-net.customer-id-path' must be names of members joined"
                                + " by dots, such as data.customer_id"),
                whole(
                        "tests.example.org",
                        "me@example.org",
                        ":9: 'evc-net.email-domain' must be a domain without @," + " such as example.com"),
                whole(
                        "[NL-TST0000001-A1, 42]",
                        "NL-1",
                        ":10: 'evc-net.cards' must be a list, such as [a, b]," + " not a text"),
                whole(
                        "A1, 42",
                        "A1, NL-TST0000001-A1",
                        ":10: 'evc-net.cards[1]' is a card that the list already has;" + " name each card once"),
                whole(
                        "A1, 42",
                        "A1, ''",
                        ":10: 'evc-net.cards[1]' is blank;" + " write a value, or leave the key out if it is optional"),
                whole(
                        "A1, 42",
                        "A1, ~",
                        ":10: 'evc-net.cards[1]' is blank;" + " write a value, or leave the key out if it is optional"),
                whole(
                        "city: Rotterdam",
                        "city: null",
                        ":8: 'evc-net.update.city' is null;" + " write a value, or leave the key out"),
                whole(
                        "city: Rotterdam",
                        "city: .nan",
                        ":8: 'evc-net.update.city' is no number that JSON knows;"
                                + " put it in quotes if it is a text"),
                whole(
                        "country_code: NL",
                        "send_email: true",
                        ":7: 'evc-net.customer.send_email' would let the target"
                                + " send mail; write \"false\", or leave the key out"),
                whole(
                        "username: second@example.com",
                        "username: 1234567",
                        ":19: 'oioi.users.secondary.username' is"
                                + " the account that 'primary' is; name another, or leave 'secondary' out"),
                whole(
                        "username: second@example.com, ",
                        "",
                        ":19: 'oioi.users.secondary' lacks the key 'username';"
                                + " write username: the account's name"),
                whole(
                        "{username: 1234567, token: \"${FIRST_TOKEN}\"}",
                        "[1]",
                        ":24: 'states.a user exists' must be a" + " mapping, such as {key: value}, not a list"));
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                whole(
                        "500ms",
                        "500",
                        ":21: 'limits.timeout' must be a duration of at most 10m," + " such as 500ms, 10s or 1m"),
                whole(
                        "500ms",
                        "0s",
                        ":21: 'limits.timeout' must be a duration of at most 10m," + " such as 500ms, 10s or 1m"),
                whole(
                        "500ms",
                        "11m",
                        ":21: 'limits.timeout' must be a duration of at most 10m," + " such as 500ms, 10s or 1m"),
                whole("retries: 1", "retries: '1'", ":21: 'limits.retries' must be a whole number from 0 to 10"),
                whole("retries: 1", "retries: -1", ":21: 'limits.retries' must be a whole number from 0 to 10"),
                whole("RATE", "HOST", ":21: 'limits.requests-per-second' must be a whole number from 1 to 10000"),
                whole(
                        "max-requests: 500",
                        "max-requests: 99999999999",
                        ":21: 'limits.max-requests' must be a whole" + " number from 1 to 1000000"));
    }

    static Stream<Arguments> waivers() {
        return Stream.of(
                whole(
                        "2026-06-30",
                        "2026-06-29",
                        ":28: 'waivers[1].until' is past (2026-06-29); repair the breach and"
                                + " take the waiver out, or give it a later date"),
                whole("2027-01-31", "31.1.2027", ":27: 'waivers[0].until' must be a date, such as 2027-01-31"),
                whole(
                        "OIOI-GET-10",
                        "OIOI-GET-99",
                        ":27: 'waivers[0].requirement' is no requirement that is known;"
                                + " 'chargeproof requirements' lists those there are"),
                whole(
                        "OIOI-GET-10",
                        "get 10",
                        ":27: 'waivers[0].requirement' is no requirement that is known;"
                                + " 'chargeproof requirements' lists those there are"),
                whole(
                        "status: 404",
                        "status: 4040",
                        ":28: 'waivers[1].where.status' must be a whole number from 100" + " to 599"),
                whole(
                        "status: 404",
                        "code: 144",
                        ":28: 'waivers[1].where' has a result code, and EVC-net has none;" + " write a status instead"),
                whole(
                        ", reason: a router",
                        "",
                        ":28: 'waivers[1]' lacks the key 'reason';" + " write reason: \"why the breach is excused\""));
    }

    private static Arguments address(String address, String problem) {
        return least("https://evc-a.evc-net.com", "'" + address + "'", ":4: 'evc-net.base-url' " + problem);
    }

    private static Arguments whole(String text, String instead, String message) {
        return fault(changed(Profiles.WHOLE, text, instead), message);
    }

    private static Arguments least(String text, String instead, String message) {
        return fault(changed(Profiles.LEAST, text, instead), message);
    }

    private static String changed(String yaml, String text, String instead) {
        if (!yaml.contains(text)) {
            throw new IllegalArgumentException("nothing to change: " + text);
        }
        return yaml.replace(text, instead);
    }

    private static Arguments fault(String yaml, String message) {
        return Arguments.of(yaml, message);
    }
}
