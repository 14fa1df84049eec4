package io.chargeproof.sandbox.oioi;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes users that nobody else knows of, so that who asks for one may change it. */
final class FreshUsers {
    private final AtomicInteger made = new AtomicInteger();

    /** A user with every detail on record. */
    User populated() {
        int number = made.incrementAndGet();
        return user(number, populatedDetails(number));
    }

    /** A user with no details on record. */
    User sparse() {
        return user(made.incrementAndGet(), JsonNodeFactory.instance.objectNode());
    }

    private static User user(int number, ObjectNode details) {
        return new User(
                "driver-" + number + "@drivers.example.com",
                String.format(Locale.ROOT, "f0%030x", 0x5A17C0DEL * number),
                "cpsandbox-driver-" + number,
                String.format(Locale.ROOT, "DE*CPD*%09d*%d", number, number % 10),
                String.format(Locale.ROOT, "%s%06X", UserTestData.RFID_PREFIX, 0xD00000 + number),
                details);
    }

    private static ObjectNode populatedDetails(int number) {
        ObjectNode details = UserTestData.details("Driver", "Number " + number, "en", "DE129273398");
        details.put("billing-name", "Fleet " + number).put("social-security-number", "SSN-" + number);
        details.put("phone", "+49 30 5550 " + number);
        details.set("address", UserTestData.address("Torgauer Str.", "12-15", "10829", "Berlin", "DE"));
        details.set("billing-address", UserTestData.address("Rue Royale", "3", "1000", "Bruxelles", "BE"));
        return details;
    }
}
