package io.chargeproof.profile;

import io.chargeproof.requirement.RequirementCatalogue;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Profiles to test with, read on 30 June 2026. */
public final class Profiles {
    static final Map<String, String> ENVIRONMENT = Map.of(
            "EVC_NET_TOKEN", "evc-secret-1",
            "OIOI_API_KEY", "oioi-secret-1",
            "FIRST_TOKEN", "user-secret-1",
            "SECOND_TOKEN", "user-secret-2",
            "HOST", "evc-a.evc-net.com",
            "EMPTY", "",
            "RATE", "7",
            "TRAILING", "evc-secret-1\n");

    /** All that a profile can say. */
    public static final String WHOLE = """
            name: acceptance
            kind: acceptance
            evc-net:
              base-url: https://${HOST}/
              token: ${EVC_NET_TOKEN}
              customer-id-path: data.customer_id
              customer: {country_code: NL, usergroup_name: IntegrationTests}
              update: {city: Rotterdam}
              email-domain: tests.example.org
              cards: [NL-TST0000001-A1, 42]
              card-customer: 4711
              unknown-customer-id: 99999999
            oioi:
              endpoint: https://dev-api.plugsurfing.com/api/v4/request
              api-key: ${OIOI_API_KEY}
              valid-vat: NL004495445B01
              users:
                primary: {username: 1234567, token: "${FIRST_TOKEN}", evco-id: DE*8PS*123456*7, rfid: 04E12345}
                secondary: {username: second@example.com, token: "${SECOND_TOKEN}"}
                sparse: null
            limits: {requests-per-second: "${RATE}", timeout: 500ms, retries: 1, max-requests: 500, max-customers: 3}
            connection: {proxy: "http://proxy.example.com:8080/", ca: null, client-certificate: null}
            states:
              a user exists: {username: 1234567, token: "${FIRST_TOKEN}"}
            depth: smoke
            waivers:
            - {requirement: OIOI-GET-10, reason: country names until release 14, until: 2027-01-31}
            - {requirement: EVC-HTTP-2, where: {operation: update, status: 404}, reason: a router, until: 2026-06-30}
            """;

    /** The least that a profile must say. */
    public static final String LEAST = """
            name: least
            kind: acceptance
            evc-net:
              base-url: https://evc-a.evc-net.com
              token: ${EVC_NET_TOKEN}
            """;

    private Profiles() {}

    static ProfileReader reader() {
        return new ProfileReader(
                RequirementCatalogue.shipped(), Clock.fixed(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC));
    }

    public static LoadedProfile parse(String yaml) {
        return reader().parse(yaml, "p.yaml", ENVIRONMENT);
    }
}
