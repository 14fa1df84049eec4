package io.chargeproof.sandbox.oioi;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The API keys and users that every sandbox starts with; the same each time. */
public final class UserTestData {
    /** OIOI's API key. */
    public static final String API_KEY = "cpsandbox-8e21c9d4-77b0-4f5a-9c36-0b6d2fe1a854";

    /** A key that OIOI refuses. */
    public static final String REFUSED_API_KEY = "cpsandbox-refused-31c7";

    /** A VAT number of the right format that no user has. */
    public static final String VALID_VAT = "NL004495445B01";

    /** What the UIDs of all cards of users start with. */
    static final String RFID_PREFIX = "04C0FFEE";

    private UserTestData() {}

    /** The user most tests are about: every detail on record, a contract ID with nine places. */
    public static User primary() {
        ObjectNode details = details("Anneke", "van der Berg", "nl", "DE136695976");
        details.put("billing-name", "Van der Berg Laadpalen").put("social-security-number", "BSN-111222333");
        details.put("phone", "+31 20 794 0001");
        details.set("address", address("Keizersgracht", "174", "1016 DW", "Amsterdam", "NL"));
        details.set("billing-address", address("Warschauer Str.", "57-58", "10243", "Berlin", "DE"));
        return new User(
                "anneke@drivers.example.com",
                "7c1e5a90d2f34b6888e1a0c95b3d7f42",
                "cpsandbox-Keizersgracht-174",
                "NL*CPF*104729310*4",
                RFID_PREFIX + "A10001",
                details);
    }

    /** Another user: every detail on record, none of them the primary's, a contract ID with six places. */
    public static User secondary() {
        ObjectNode details = details("Gaël", "Lefèvre", "fr", "FR40303265045");
        details.put("billing-name", "Lefèvre et Filles").put("social-security-number", "NIR-2690549588157");
        details.put("phone", "+33 1 70 18 99 02");
        details.set("address", address("Rue de Rivoli", "99 bis", "75001", "Paris", "FR"));
        details.set("billing-address", address("Mariahilfer Straße", "12", "1070", "Wien", "AT"));
        return new User(
                "gael@drivers.example.com",
                "e94b02d7716c4fa5b3d80c1f62a95e08",
                "cpsandbox-Rivoli-99bis",
                "FR-CPS-7A53B9-X",
                RFID_PREFIX + "B20002",
                details);
    }

    /** A user with no details on record. */
    public static User sparse() {
        return new User(
                "sparse@drivers.example.com",
                "19fd6c83a5e04d27905b7ae4c2681d3b",
                "cpsandbox-Sparse-7741",
                "BE*CPB*550138*1",
                RFID_PREFIX + "C30003",
                JsonNodeFactory.instance.objectNode());
    }

    static ObjectNode details(String first, String last, String locale, String vat) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("first-name", first)
                .put("last-name", last)
                .put("locale", locale)
                .put("vat", vat);
    }

    static ObjectNode address(String street, String number, String zip, String city, String country) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("street", street)
                .put("street-number", number)
                .put("zip", zip)
                .put("city", city)
                .put("country", country);
    }
}
