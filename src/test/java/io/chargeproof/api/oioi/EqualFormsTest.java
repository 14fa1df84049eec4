package io.chargeproof.api.oioi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EqualFormsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'vat':'NL 0044.95445-B01'}; {'vat':'NL004495445B01'}",
                "{'locale':'DE'}; {'locale':'de'}",
                "{'address':{'country':'Germany'}}; {'address':{'country':'DE'}}",
                "{'address':{'country':'Deutschland'}}; {'address':{'country':'DE'}}",
                "{'billing-address':{'country':'NLD'}}; {'billing-address':{'country':'NL'}}",
                "{'address':{'country':'be'}}; {'address':{'country':'BE'}}"
            })
    void has_the_form_that_the_documents_ask_for(String old, String right) {
        assertThat(EqualForms.of(json(old))).containsExactly(json(old), json(right));
    }

    @Test
    void tries_each_thing_alone_and_then_all_of_them() {
        List<ObjectNode> forms = EqualForms.of(json("{'vat':'DE 1','locale':'DE','address':{'country':'Belgium'}}"));

        assertThat(forms)
                .containsExactly(
                        json("{'vat':'DE 1','locale':'DE','address':{'country':'Belgium'}}"),
                        json("{'vat':'DE1','locale':'DE','address':{'country':'Belgium'}}"),
                        json("{'vat':'DE 1','locale':'de','address':{'country':'Belgium'}}"),
                        json("{'vat':'DE 1','locale':'DE','address':{'country':'BE'}}"),
                        json("{'vat':'DE1','locale':'de','address':{'country':'BE'}}"));
    }

    @Test
    void leaves_what_is_right_or_unknown_as_it_is() {
        ObjectNode details = json("{'vat':null,'locale':'de','address':{'country':'ATLANTIS'},'phone':'+49 30 5'}");

        assertThat(EqualForms.of(details)).containsExactly(details);
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
