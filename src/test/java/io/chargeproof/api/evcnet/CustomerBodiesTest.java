package io.chargeproof.api.evcnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Invariant;
import io.chargeproof.check.Invariant.Judged;
import io.chargeproof.check.Judgement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class CustomerBodiesTest {
    private final CustomerBodies bodies = new CustomerBodies(Exchanges.TARGET, "r1");

    @Test
    void create_with_all_44_documented_members() {
        assertThat(CustomerBodies.createMembers())
                .containsExactly(
                        "object_id",
                        "first_name",
                        "last_name",
                        "street",
                        "street_number",
                        "street_number_ext",
                        "zip_code",
                        "country_code",
                        "city",
                        "phone",
                        "mobile",
                        "email",
                        "bic",
                        "invoice_name",
                        "invoice_street",
                        "invoice_street_number",
                        "invoice_street_number_ext",
                        "invoice_zip_code",
                        "invoice_city",
                        "invoice_country_code",
                        "invoice_email",
                        "time_zone",
                        "preferred_language",
                        "info",
                        "receive_newsletters",
                        "password",
                        "state",
                        "billing_account_name",
                        "mandate_accepted",
                        "customer_type",
                        "agreement_condition",
                        "reimbursement_mode",
                        "electronic_invoice",
                        "kvk_number",
                        "vat_number",
                        "payment_method",
                        "public_rechgroups",
                        "your_reference",
                        "company_object_no",
                        "disabled_login",
                        "company_name",
                        "gender",
                        "send_email",
                        "usergroup_name");
        assertThat(bodies.create().propertyNames()).containsExactlyElementsOf(CustomerBodies.createMembers());
    }

    @Test
    void update_with_the_documented_members() {
        assertThat(CustomerBodies.updateMembers())
                .containsExactly(
                        "first_name",
                        "last_name",
                        "company_name",
                        "street",
                        "street_number",
                        "street_number_ext",
                        "zip_code",
                        "country_code",
                        "city",
                        "phone",
                        "mobile",
                        "email",
                        "billing_account_number",
                        "electronic_invoice",
                        "invoice_name",
                        "invoice_street",
                        "invoice_street_number",
                        "invoice_street_number_ext",
                        "invoice_zip_code",
                        "invoice_city",
                        "invoice_country_code",
                        "invoice_email");
        assertThat(bodies.update(bodies.create()).propertyNames())
                .containsExactlyElementsOf(CustomerBodies.updateMembers());
    }

    @Test
    void give_each_customer_what_may_have_to_be_unique() {
        ObjectNode first = bodies.create();
        ObjectNode second = bodies.create();

        for (String member : List.of(
                "object_id",
                "first_name",
                "last_name",
                "email",
                "invoice_email",
                "your_reference",
                "company_object_no",
                "company_name")) {
            assertThat(first.path(member)).as(member).isNotEqualTo(second.path(member));
        }
        assertThat(first.path("object_id").stringValue()).isEqualTo("CPr11");
        assertThat(first.path("email").stringValue()).isEqualTo("cp-r1-1@mail.example.com");
        assertThat(first.path("info").stringValue()).isEqualTo("Chargeproof run r1");
    }

    @Test
    void write_every_member_as_text_and_trigger_no_mail() {
        ObjectNode body = bodies.create();

        assertThat(body.valueStream())
                .allMatch(value -> value.isString() && !value.stringValue().isEmpty());
        assertThat(body.path("send_email").stringValue()).isEqualTo("false");
        assertThat(body.path("receive_newsletters").stringValue()).isEqualTo("false");
    }

    /** A target may refuse an update that changes nothing. */
    @Test
    void update_to_something_else_each_time() {
        ObjectNode created = bodies.create();

        assertThat(bodies.update(created)).isNotEqualTo(bodies.update(created));
    }

    @Test
    void update_a_customer_to_the_names_that_it_was_created_with() {
        ObjectNode created = bodies.create();
        ObjectNode update = bodies.update(created);

        for (String own : List.of("first_name", "last_name", "company_name", "email", "invoice_email")) {
            assertThat(update.path(own)).isEqualTo(created.path(own));
        }
    }

    @Test
    void take_what_the_profile_says_instead_even_null() {
        Map<String, Object> customer = new HashMap<>(Map.of("country_code", "DE", "password", "Given-1!", "extra", 5));
        customer.put("state", null);
        CustomerBodies given = new CustomerBodies(Exchanges.target(customer, Map.of("email", "me@example.com")), "r1");

        assertThat(given.passwords()).containsExactly("Given-1!");
        assertThat(given.create().path("country_code").stringValue()).isEqualTo("DE");
        assertThat(given.create().path("password").stringValue()).isEqualTo("Given-1!");
        assertThat(given.create().path("state").isNull()).isTrue();
        assertThat(given.create().path("extra").intValue()).isEqualTo(5);
        assertThat(given.updateOfAnyone().path("email").stringValue()).isEqualTo("me@example.com");
    }

    @Test
    void give_each_customer_a_password_of_its_own_that_nobody_can_guess() {
        String first = bodies.create().path("password").stringValue();
        String second = bodies.create().path("password").stringValue();

        assertThat(bodies.passwords()).containsExactlyInAnyOrder(first, second);
        assertThat(List.of(first, second))
                .allSatisfy(password -> assertThat(password)
                        .hasSize(20)
                        .startsWith(bodies.passwordMark())
                        .containsPattern("[A-Z]")
                        .containsPattern("[a-z]")
                        .containsPattern("[2-9]")
                        .containsPattern("[-!_.]")
                        .doesNotContain("r1"));
    }

    @Test
    void hold_a_value_of_the_profile_in_updates_too_unless_it_says_otherwise_of_updates() {
        CustomerBodies given = new CustomerBodies(
                Exchanges.target(
                        Map.of("electronic_invoice", "EMAIL", "gender", "M", "city", "Delft", "extra", "5"),
                        Map.of("city", "Gouda")),
                "r1");

        ObjectNode update = given.update(given.create());

        assertThat(update.path("electronic_invoice").stringValue()).isEqualTo("EMAIL");
        assertThat(update.path("city").stringValue()).isEqualTo("Gouda");
        assertThat(update.propertyNames()).containsExactlyElementsOf(CustomerBodies.updateMembers());
    }

    @Test
    void list_cards_as_documented() {
        assertThat(CustomerBodies.cardList(List.of("NL-1", "NL-2")))
                .hasToString("[{\"card_external_id\":\"NL-1\"},{\"card_external_id\":\"NL-2\"}]");
        assertThat(CustomerBodies.cardList(List.of())).hasToString("[]");
    }

    @Test
    void come_with_the_same_checks_where_secrets_were_taken_out() {
        String password = bodies.create().path("password").stringValue();
        String leak = "{\"data\":\"" + Exchanges.TOKEN + " " + password + "\"}";

        assertThat(CustomerInvariants.standing())
                .extracting(Object::getClass)
                .isEqualTo(CustomerInvariants.standing(Exchanges.TARGET, bodies.passwordMark()).stream()
                        .map(Object::getClass)
                        .toList());
        assertThat(judged(CustomerInvariants.standing(), leak))
                .contains(Judged.of("EVC-AUTH-6", Judgement.HOLDS), Judged.of("EVC-CREATE-10", Judgement.HOLDS));
        assertThat(judged(CustomerInvariants.standing(Exchanges.TARGET, bodies.passwordMark()), leak))
                .contains(
                        Judged.of("EVC-AUTH-6", leaked("the token")),
                        Judged.of("EVC-CREATE-10", leaked("the password")));
    }

    @Test
    void come_with_the_standing_checks_of_their_target() {
        assertThat(CustomerInvariants.standing(Exchanges.TARGET, bodies.passwordMark()))
                .extracting(Invariant::getClass)
                .extracting(Class::getSimpleName)
                .containsExactly(
                        "StrangersGetNothing",
                        "NothingWrongIsTaken",
                        "EveryStatusIsDocumented",
                        "AnswersAreJson",
                        "ErrorsSayWhatWasWrong",
                        "ErrorsRevealNoInternals",
                        "TokenStaysSecret",
                        "PasswordStaysSecret");
    }

    private static List<Judged> judged(List<Invariant> checks, String answer) {
        return checks.stream()
                .flatMap(check -> check.judge(Exchanges.answered(Exchanges.create(), 200, answer)).stream())
                .toList();
    }

    private static Judgement leaked(String secret) {
        return Judgement.broken(
                "the answer to create gives away " + secret + " in the body",
                "an answer without " + secret,
                secret + " in the body");
    }
}
