package io.chargeproof;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A package of the house with those below it, unless they have rooms of their own.
 *
 * @param name the package, seen from the house's root
 * @param neighbours the rooms that it may use
 */
record Room(String name, List<String> neighbours) {

    private static final List<String> API = List.of(
            "yaml",
            "requirement",
            "exchange",
            "exchange.policy",
            "check",
            "profile",
            "testdata",
            "teststate",
            "scenario");

    private static final List<String> RUN = List.of(
            "yaml",
            "requirement",
            "exchange",
            "exchange.policy",
            "exchange.restassured",
            "exchange.jdk",
            "redaction",
            "profile",
            "guard",
            "check",
            "teststate",
            "testdata",
            "scenario",
            "api",
            "report");

    /** The house: who may use whom. Who hands on another room's values may use that room too. */
    static final List<Room> ALL = List.of(
            room("yaml"),
            room("requirement", "yaml"),
            room("exchange"),
            room("exchange.policy", "exchange"),
            room("exchange.restassured", "exchange"),
            room("exchange.jdk", "exchange"),
            room("redaction"),
            room("profile", "yaml", "requirement"),
            room("guard", "requirement", "profile"),
            room("testdata", "exchange"),
            room("check", "requirement", "exchange"),
            room("teststate", "requirement", "exchange", "profile"),
            room("scenario", "requirement", "exchange", "check", "profile", "testdata", "redaction"),
            room("api", and(API, "redaction")),
            room("api.evcnet", and(API, "api")),
            room("api.oioi", and(API, "api")),
            room("report", "requirement", "check", "exchange", "redaction"),
            room("run", and(RUN)),
            room("runs", and(RUN, "run")),
            room("doctor", and(RUN, "run")),
            room(
                    "traffic",
                    "requirement",
                    "yaml",
                    "exchange",
                    "redaction",
                    "profile",
                    "check",
                    "api.evcnet",
                    "api.oioi",
                    "report"),
            room("contract", "requirement", "check", "profile", "exchange", "api.evcnet", "api.oioi", "report"),
            room("sandbox", "requirement"),
            room(
                    "clients",
                    "requirement",
                    "check",
                    "profile",
                    "exchange",
                    "api.evcnet",
                    "api.oioi",
                    "sandbox",
                    "traffic",
                    "report",
                    "redaction"),
            room(
                    "prove",
                    "requirement",
                    "check",
                    "profile",
                    "guard",
                    "api",
                    "run",
                    "sandbox",
                    "traffic",
                    "exchange",
                    "report"),
            room(
                    "cli",
                    and(
                            RUN,
                            "guard",
                            "run",
                            "runs",
                            "doctor",
                            "contract",
                            "sandbox",
                            "prove",
                            "traffic",
                            "clients",
                            "api.evcnet",
                            "api.oioi")));

    private static String[] and(List<String> rooms, String... more) {
        return Stream.concat(rooms.stream(), Stream.of(more)).toArray(String[]::new);
    }

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
