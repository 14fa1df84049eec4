package io.chargeproof.architecture.wrong.check;

import java.util.concurrent.ConcurrentHashMap;

final class Remembers {
    static final ConcurrentHashMap<String, String> all = new ConcurrentHashMap<>();
    static final String name = "a constant, which is fine";
    static int last;
}
