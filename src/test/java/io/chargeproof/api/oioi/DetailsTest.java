package io.chargeproof.api.oioi;

import static io.chargeproof.api.oioi.Exchanges.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

class DetailsTest {
    @Test
    void name_every_documented_member() {
        assertThat(Details.members())
                .containsExactly(
                        "first-name",
                        "last-name",
                        "billing-name",
                        "locale",
                        "vat",
                        "social-security-number",
                        "phone",
                        "address",
                        "billing-address");
        assertThat(Details.textPaths())
                .hasSize(17)
                .contains("vat", "address.street", "address.country", "billing-address.street-number");
        assertThat(complete(1).propertyNames()).containsExactlyInAnyOrderElementsOf(Details.members());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 25, 26, 27, 999, 100_000})
    void differ_from_the_next_ones_in_every_text_but_the_vat_number(int number) {
        assertThat(Details.textPaths())
                .filteredOn(path -> Details.at(complete(number), path).equals(Details.at(complete(number + 1), path)))
                .containsExactly("vat");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 26, 999, 100_000})
    void differ_from_one_address_to_the_other(int number) {
        assertThat(Details.ADDRESS_MEMBERS)
                .allSatisfy(member -> assertThat(Details.at(complete(number), "address." + member))
                        .isNotEqualTo(Details.at(complete(number), "billing-address." + member)));
    }

    @ParameterizedTest
    @MethodSource("io.chargeproof.api.oioi.Details#textPaths")
    void are_changed_in_a_copy_and_in_one_place(String path) {
        ObjectNode details = complete(1);
        ObjectNode changed = Details.with(details, path, json("'Other'"));

        assertThat(details).isEqualTo(complete(1));
        assertThat(Details.at(changed, path)).isEqualTo(json("'Other'"));
        assertThat(Details.with(changed, path, Details.at(details, path))).isEqualTo(details);
        assertThat(Details.at(Details.without(details, path), path).isMissingNode())
                .isTrue();
        assertThat(details).isEqualTo(complete(1));
    }

    @Test
    void stay_as_they_are_where_an_address_is_no_object() {
        ObjectNode details = Details.with(complete(1), "address", json("null"));

        assertThat(Details.with(details, "address.city", json("'Bonn'"))).isEqualTo(details);
        assertThat(Details.without(details, "address.city")).isEqualTo(details);
        assertThat(Details.at(details, "address.city").isMissingNode()).isTrue();
    }

    @Test
    void are_the_same_where_null_is_missing_and_whatever_is_not_documented() {
        ObjectNode nothing = Details.with(complete(1), "vat", json("null"));
        ObjectNode missing = Details.without(complete(1), "vat");
        missing.put("company-name", "undocumented");

        assertThat(Details.isSame(nothing, missing)).isTrue();
        assertThat(Details.isSame(missing, nothing)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.chargeproof.api.oioi.Details#textPaths")
    void are_not_the_same_if_they_differ_in_any_text(String path) {
        assertThat(Details.isSame(complete(1), Details.with(complete(1), path, json("'Other'"))))
                .isFalse();
        assertThat(Details.isSame(Details.without(complete(1), path), complete(1)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "phone, +49 30 1234567, +49301234567, true",
        "phone, +49 30 1234567, +49 30 1234568, false",
        "vat, DE 123.456.789, DE123456789, true",
        "first-name, Zoë, 'Zoë ', true",
        "last-name, Vogel, VOGEL, false",
        "address.street, Lindenweg 1, Lindenweg1, false"
    })
    void are_the_same_in_meaning_where_a_target_may_store_them_so(String path, String one, String other, boolean same) {
        ObjectNode before = Details.with(complete(1), path, StringNode.valueOf(one));
        ObjectNode now = Details.with(complete(1), path, StringNode.valueOf(other));

        assertThat(Details.isSameInMeaning(now, before)).isEqualTo(same);
        assertThat(Details.isSame(now, before)).isFalse();
    }

    @Test
    void have_paths_in_both_addresses_for_a_member_of_an_address() {
        assertThat(Details.pathsOf("city")).containsExactly("address.city", "billing-address.city");
        assertThat(Details.pathsOf("vat")).containsExactly("vat");
    }

    @Test
    void look_like_those_of_a_person() {
        assertThat(complete(9_003))
                .isEqualTo(json("{'first-name':'Annamhg','last-name':'Vogelmhg','address':{'street':'Lindenweg mhg',"
                        + "'street-number':'13','zip':'01003','city':'Bremen','country':'ES'},'locale':'en',"
                        + "'vat':'NL004495445B01','social-security-number':'SSN109003',"
                        + "'billing-name':'Vogel Energie mhg','billing-address':{'street':'Rue Haute mhg',"
                        + "'street-number':'503 - 505','zip':'2003','city':'Namur','country':'LU'},"
                        + "'phone':'+49 151 84519003'}"));
    }

    @Test
    void have_a_single_house_number_and_several_by_turns() {
        assertThat(Details.at(complete(1), "address.street-number")).isEqualTo(json("'11'"));
        assertThat(Details.at(complete(1), "billing-address.street-number")).isEqualTo(json("'501 - 503'"));
        assertThat(Details.at(complete(2), "address.street-number")).isEqualTo(json("'12 - 14'"));
        assertThat(Details.at(complete(2), "billing-address.street-number")).isEqualTo(json("'502'"));
    }

    @Test
    void are_the_members_of_a_user_that_a_post_may_bear_all_of_them() {
        ObjectNode user = (ObjectNode)
                json("{'evco-id':'x','company-name':'y','phone':null,'first-name':'Anna','address':{'state':'z'}}");

        assertThat(Details.postable(user))
                .isEqualTo(
                        json(
                                "{'first-name':'Anna','last-name':null,'billing-name':null,'locale':null,'vat':null,"
                                        + "'social-security-number':null,'phone':null,'address':{'state':'z'},'billing-address':null}"));
    }

    private static ObjectNode complete(int number) {
        return Details.complete(number, json("'NL004495445B01'"));
    }
}
