package io.chargeproof.architecture.wrong.exchange;

import java.net.URI;

/** A class of the core that names APIs: EVC-net and OIOI. */
final class NamesAnApi {
    private static final String OIOI = "oioi";

    private NamesAnApi() {}

    static EvcNetAddress address() {
        return new EvcNetAddress(URI.create("https://api.plugsurfing.com/" + OIOI));
    }

    record EvcNetAddress(URI value) {}
}
