package io.chargeproof.api.oioi;

import static io.chargeproof.api.oioi.Exchanges.answered;
import static io.chargeproof.api.oioi.Exchanges.json;
import static io.chargeproof.api.oioi.Exchanges.read;
import static io.chargeproof.api.oioi.Exchanges.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.api.oioi.SameUserIsShown.Seen;
import io.chargeproof.api.oioi.UserIsUnchanged.BeforeAndAfter;
import io.chargeproof.check.Judgement;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Users that are held against one another: by different identifiers, before and after, and against the contract asked for. */
class ComparedUsersTest {
    private static final String ASKED = "DE*8PS*156456730*9";

    @Test
    void are_the_same_by_any_identifier() {
        ObjectNode user = user();
        ObjectNode other = Details.without(Details.with(user(), "evco-id", json("'de8ps156456730'")), "vat");
        user.putNull("vat");
        other.put("company-name", "undocumented");

        assertThat(new SameUserIsShown()
                        .judge(List.of(
                                seen(IdentifierType.USERNAME, user),
                                seen(IdentifierType.RFID, other),
                                seen(IdentifierType.EVCO_ID, Details.with(other, "evco-id", json("null"))))))
                .isEqualTo(Judgement.HOLDS);
    }

    @ParameterizedTest
    @MethodSource("io.chargeproof.api.oioi.UserIsUnchanged#paths")
    void are_not_the_same_if_they_differ_in_any_text(String path) {
        ObjectNode other = Details.with(user(), path, json("'Other'"));

        assertThat(new SameUserIsShown()
                        .judge(List.of(seen(IdentifierType.USERNAME, user()), seen(IdentifierType.RFID, other))))
                .isEqualTo(Judgement.broken(
                                "by rfid another user than by username is shown: " + path,
                                path + " " + Details.at(user(), path),
                                path + " \"Other\"")
                        .at(pointer(path)));
    }

    @Test
    void are_not_the_same_if_a_contract_is_hidden_from_another_identifier() {
        ObjectNode none = Details.with(user(), "evco-id", json("null"));

        assertThat(new SameUserIsShown()
                        .judge(List.of(seen(IdentifierType.USERNAME, user()), seen(IdentifierType.RFID, none))))
                .isEqualTo(Judgement.broken(
                                "by rfid another user than by username is shown: evco-id",
                                "evco-id \"" + ASKED + "\"",
                                "evco-id null")
                        .at("/user/evco-id"));
    }

    @Test
    void may_hide_the_contract_from_whom_it_identifies_whichever_is_shown_first() {
        ObjectNode none = Details.with(user(), "evco-id", json("null"));

        assertThat(new SameUserIsShown()
                        .judge(List.of(seen(IdentifierType.EVCO_ID, none), seen(IdentifierType.USERNAME, user()))))
                .isEqualTo(Judgement.HOLDS);
        assertThat(new SameUserIsShown()
                        .judge(List.of(seen(IdentifierType.RFID, none), seen(IdentifierType.EVCO_ID, user()))))
                .isEqualTo(Judgement.broken(
                                "by evco-id another user than by rfid is shown: evco-id",
                                "evco-id null",
                                "evco-id \"" + ASKED + "\"")
                        .at("/user/evco-id"));
    }

    @Test
    void name_everything_in_which_they_differ() {
        ObjectNode other = Details.without(Details.with(user(), "address", json("null")), "phone");

        assertThat(new SameUserIsShown()
                        .judge(List.of(
                                seen(IdentifierType.USERNAME, user()),
                                seen(IdentifierType.EVCO_ID, user()),
                                seen(IdentifierType.RFID, other))))
                .isEqualTo(Judgement.broken(
                                "another user than by username is shown: phone by rfid, address.street by rfid,"
                                        + " address.street-number by rfid, address.zip by rfid, address.city by rfid,"
                                        + " address.country by rfid",
                                "phone by rfid \"+49 151 84510001\"; address.street by rfid \"Lindenweg a\";"
                                        + " address.street-number by rfid \"11\"; address.zip by rfid \"01001\";"
                                        + " address.city by rfid \"Hamburg\"; address.country by rfid \"FR\"",
                                "phone by rfid is missing; address.street by rfid is missing;"
                                        + " address.street-number by rfid is missing; address.zip by rfid is missing;"
                                        + " address.city by rfid is missing; address.country by rfid is missing")
                        .at("/user/phone"));
    }

    @Test
    void are_unchanged_whatever_is_not_documented() {
        ObjectNode after = Details.without(user(), "vat");
        after.put("last-seen", "2024-04-10");
        ObjectNode before = user();
        before.putNull("vat");

        assertThat(new UserIsUnchanged().judge(new BeforeAndAfter(before, after, "reading")))
                .isEqualTo(Judgement.HOLDS);
    }

    @ParameterizedTest
    @MethodSource("io.chargeproof.api.oioi.UserIsUnchanged#paths")
    void are_changed_if_any_text_is(String path) {
        ObjectNode after = Details.with(user(), path, json("'Other'"));

        assertThat(new UserIsUnchanged().judge(new BeforeAndAfter(user(), after, "a post with a wrong token")))
                .isEqualTo(Judgement.broken(
                                "a post with a wrong token changed the user: " + path,
                                path + " " + Details.at(user(), path),
                                path + " \"Other\"")
                        .at(pointer(path)));
    }

    @Test
    void are_unchanged_if_a_contract_is_written_in_another_notation() {
        ObjectNode after = Details.with(user(), "evco-id", json("'de8ps156456730'"));

        assertThat(new UserIsUnchanged().judge(new BeforeAndAfter(user(), after, "reading")))
                .isEqualTo(Judgement.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "'DE*8PS*156456731*9'"})
    void are_changed_if_another_contract_or_none_is_shown(String shown) {
        ObjectNode other = Details.with(user(), "evco-id", json(shown));

        assertThat(new UserIsUnchanged().judge(new BeforeAndAfter(user(), other, "reading")))
                .isEqualTo(Judgement.broken(
                                "reading changed the user: evco-id",
                                "evco-id \"" + ASKED + "\"",
                                "evco-id " + json(shown))
                        .at("/user/evco-id"));
        assertThat(new UserIsUnchanged().judge(new BeforeAndAfter(other, user(), "reading")))
                .isEqualTo(Judgement.broken(
                                "reading changed the user: evco-id",
                                "evco-id " + json(shown),
                                "evco-id \"" + ASKED + "\"")
                        .at("/user/evco-id"));
    }

    @Test
    void are_changed_to_the_letter() {
        ObjectNode after = Details.with(user(), "phone", json("'+4915184510001'"));

        assertThat(new UserIsUnchanged().judge(new BeforeAndAfter(user(), after, "reading")))
                .isEqualTo(Judgement.broken(
                                "reading changed the user: phone",
                                "phone \"+49 151 84510001\"",
                                "phone \"+4915184510001\"")
                        .at("/user/phone"));
    }

    @Test
    void are_changed_if_null_becomes_empty() {
        ObjectNode before = Details.with(user(), "billing-name", json("null"));
        ObjectNode after = Details.with(user(), "billing-name", json("''"));

        assertThat(new UserIsUnchanged().judge(new BeforeAndAfter(before, after, "reading")))
                .isEqualTo(Judgement.broken(
                                "reading changed the user: billing-name", "billing-name null", "billing-name \"\"")
                        .at("/user/billing-name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE*8PS*156456730*9",
                "DE-8PS-156456730-9",
                "DE8PS1564567309",
                "de8ps156456730",
                "DE*8PS*156456730",
                "DE*8PS*156456730*X"
            })
    void have_the_contract_that_was_asked_for_in_any_notation(String shown) {
        assertThat(new ContractIsTheOneAskedFor(ASKED, true).judge(shown("'" + shown + "'")))
                .isEqualTo(Judgement.HOLDS);
        assertThat(new ContractIsTheOneAskedFor("DE8PS156456730", true).judge(shown("'" + shown + "'")))
                .isEqualTo(Judgement.HOLDS);
    }

    @ParameterizedTest
    @CsvSource({
        "DE*8PS*156456*7, DE8PS156456, true",
        "DE*8PS*156456*7, DE-8PS-156456-9, true",
        "DE*8PS*156456*7, DE*8PS*156457*7, false",
        "DE*8PS*156456*7, DE*8PS*156456730*9, false",
        "DE*8PS*156456730*9, DE*8PS*156456731*9, false",
        "DE*8PS*156456730*9, NL*8PS*156456730*9, false",
        "DE*8PS*156456730*9, DE*8PT*156456730*9, false"
    })
    void compare_contracts_by_country_provider_and_instance(String one, String other, boolean same) {
        assertThat(ContractId.isSame(one, other)).isEqualTo(same);
        assertThat(ContractId.isSame(other, one)).isEqualTo(same);
    }

    @Test
    void may_hide_the_contract_where_null_is_left_open() {
        assertThat(new ContractIsTheOneAskedFor(ASKED, true).judge(shown("null")))
                .isEqualTo(Judgement.HOLDS);
        assertThat(new ContractIsTheOneAskedFor(ASKED, true).judge(answered(read(), 200, result(0, "\"user\":{},"))))
                .isEqualTo(Judgement.HOLDS);
        assertThat(new ContractIsTheOneAskedFor(ASKED, false).judge(shown("'any'")))
                .isEqualTo(Judgement.HOLDS);
    }

    @Test
    void may_not_hide_the_contract_where_it_must_be_shown() {
        assertThat(new ContractIsTheOneAskedFor(ASKED, false).judge(shown("null")))
                .isEqualTo(notShown("evco-id " + ASKED, "evco-id null"));
        assertThat(new ContractIsTheOneAskedFor(ASKED, false)
                        .judge(answered(byContract(), 200, result(0, "\"user\":{},"))))
                .isEqualTo(notShown("evco-id " + ASKED, "no evco-id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'DE*8PS*156456731*9'", "''", "'DE'", "5", "['DE*8PS*156456730*9']"})
    void have_another_contract(String shown) {
        assertThat(new ContractIsTheOneAskedFor(ASKED, true).judge(shown(shown)))
                .isEqualTo(notShown("evco-id " + ASKED + " or null", "evco-id " + json(shown)));
    }

    @Test
    void are_not_shown_by_a_call_that_fails() {
        assertThat(new ContractIsTheOneAskedFor(ASKED, true).judge(answered(byContract(), 200, result(140))))
                .isEqualTo(Judgement.broken(
                        "user-get-details with an EVCO ID doesn't succeed",
                        "result code 0",
                        "HTTP 200, result code 140"));
    }

    private static Judgement notShown(String expected, String actual) {
        return Judgement.broken(
                "user-get-details with an EVCO ID doesn't show the contract ID that was asked for", expected, actual);
    }

    private static HttpRequest byContract() {
        return read("an EVCO ID");
    }

    private static Exchange shown(String evcoId) {
        return answered(byContract(), 200, result(0, "\"user\":{\"evco-id\":" + json(evcoId) + "},"));
    }

    private static Seen seen(IdentifierType type, JsonNode user) {
        return new Seen(type, user);
    }

    private static ObjectNode user() {
        ObjectNode user = Details.complete(1, json("'DE123456'"));
        user.put("evco-id", ASKED);
        return user;
    }

    private static String pointer(String path) {
        return "/user/" + path.replace('.', '/');
    }
}
