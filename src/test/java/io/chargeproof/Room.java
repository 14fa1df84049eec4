package io.chargeproof;

import java.util.List;
import java.util.Optional;

/**
 * A package of the house with those below it, unless they have rooms of their own.
 *
 * @param name the package, seen from the house's root
 * @param neighbours the rooms that it may use
 */
record Room(String name, List<String> neighbours) {

    /** The house: who may use whom. Who hands on another room's values may use that room too. */
    static final List<Room> ALL = List.of(
            room("requirement"),
            room("exchange"),
            room("exchange.policy", "exchange"),
            room("exchange.restassured", "exchange"),
            room("exchange.jdk", "exchange"),
            room("redaction"),
            room("target", "requirement"),
            room("testdata", "exchange"),
            room("check", "requirement", "exchange"),
            room("evcnet", "requirement", "exchange", "check", "target", "testdata"),
            room("oioi", "requirement", "exchange", "check", "target", "testdata"),
            room("custody", "exchange", "target"),
            room(
                    "steps",
                    "requirement",
                    "exchange",
                    "redaction",
                    "target",
                    "check",
                    "evcnet",
                    "oioi",
                    "custody",
                    "testdata"),
            room("report", "requirement", "check", "exchange", "redaction"),
            room(
                    "run",
                    "requirement",
                    "exchange",
                    "exchange.policy",
                    "exchange.restassured",
                    "exchange.jdk",
                    "redaction",
                    "target",
                    "check",
                    "evcnet",
                    "oioi",
                    "custody",
                    "steps",
                    "testdata",
                    "report"),
            room("contract", "requirement", "check", "target", "exchange", "report"),
            room("sandbox", "requirement"),
            room("prove", "requirement", "check", "target", "run", "sandbox", "report"),
            room(
                    "cli",
                    "requirement",
                    "exchange",
                    "exchange.policy",
                    "exchange.restassured",
                    "exchange.jdk",
                    "redaction",
                    "target",
                    "check",
                    "evcnet",
                    "oioi",
                    "custody",
                    "steps",
                    "report",
                    "run",
                    "contract",
                    "sandbox",
                    "prove"));

    private static Room room(String name, String... neighbours) {
        return new Room(name, List.of(neighbours));
    }

    /** The room that a package belongs to: of those that hold it, the innermost. */
    static Optional<Room> of(String root, String packageName) {
        return ALL.stream()
                .filter(room -> (packageName + ".").startsWith(root + "." + room.name + "."))
                .max((one, other) -> Integer.compare(one.name.length(), other.name.length()));
    }

    boolean mayUse(Room other) {
        return equals(other) || neighbours.contains(other.name);
    }
}
