package io.chargeproof.report;

import io.chargeproof.check.Finding;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.RequestTrait;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands that send the requests of a run once more, from a shell. */
final class Commands {
    private static final String NEW_PASSWORD = "_NEW_PASSWORD";
    private static final Pattern MADE_UP = Pattern.compile("\\$\\{(\\w+" + NEW_PASSWORD + ")\\b");

    private static final String CURL = "curl ";

    private final Map<Long, HttpRequest> requests;
    private final BiFunction<HttpRequest, Map<String, String>, String> curl;
    private final Map<Command, String> made = new ConcurrentHashMap<>();

    private Commands(Map<Long, HttpRequest> requests, BiFunction<HttpRequest, Map<String, String>, String> curl) {
        this.requests = Map.copyOf(requests);
        this.curl = curl;
    }

    /** Those of a run that just was; each part of a request passes a redaction that leaves names for what it takes out. */
    static Commands of(RunReport unredacted, UnaryOperator<String> redaction) {
        return new Commands(requests(unredacted), (request, names) -> Curl.of(request, redaction, names));
    }

    /**
     * Those of a run that was read back, made anew of its requests: a command that stands in a file of others would be
     * theirs, to be pasted into one's own shell.
     */
    static Commands ofRedacted(RunReport report) {
        return new Commands(requests(report), Curl::of);
    }

    private static Map<Long, HttpRequest> requests(RunReport report) {
        Map<Long, HttpRequest> requests = new HashMap<>();
        Stream<Exchange> shown = report.requirements().stream()
                .flatMap(result -> result.findings().stream())
                .flatMap(located -> located.finding().evidence().stream());
        Stream<Exchange> inScenarios = report.scenarios().stream()
                .flatMap(scenario -> scenario.findings().stream())
                .map(Finding::evidence)
                .flatMap(List::stream);
        Stream.of(report.exchanges().stream(), shown, inScenarios)
                .flatMap(each -> each)
                .forEach(exchange -> requests.putIfAbsent(exchange.number(), exchange.request()));
        return requests;
    }

    /**
     * The commands for requests that follow each other. Where one makes what later ones name in their address, its command
     * sets a variable that theirs use: a target gives another id each time.
     */
    List<String> of(List<Exchange> sequence) {
        Map<String, String> names = new HashMap<>();
        List<String> commands = new ArrayList<>();
        for (int i = 0; i < sequence.size(); i++) {
            Exchange exchange = sequence.get(i);
            String command = command(exchange, names);
            Optional<MadeId> made = MadeId.by(exchange, sequence.subList(i + 1, sequence.size()));
            if (made.isPresent() && !command.startsWith("#")) {
                String name = names.isEmpty() ? "CREATED_ID" : "CREATED_ID_" + (names.size() + 1);
                names.put(made.get().id(), name);
                command = made.get().captured(command, name);
            }
            commands.add(together(exchange, command, sequence.subList(0, i), commands));
        }
        keepGiven(sequence, commands);
        return commands;
    }

    /** Where an answer gave a secret that later commands send, its command keeps what it gives this time under that name. */
    private static void keepGiven(List<Exchange> sequence, List<String> commands) {
        for (int i = 0; i < commands.size(); i++) {
            String command = commands.get(i);
            List<String> before = commands.subList(0, i + 1);
            List<String> later = commands.subList(i + 1, commands.size());
            Optional<MadeId> given = MadeId.secretOf(sequence.get(i))
                    .filter(secret -> later.stream().anyMatch(each -> each.contains(secret.id())))
                    .filter(secret -> before.stream().noneMatch(each -> each.contains(secret.id())));
            if (given.isPresent() && command.startsWith(CURL)) {
                String name = given.get().id().substring(2, given.get().id().length() - 1);
                commands.set(i, given.get().captured(command, name));
            }
        }
    }

    /**
     * A command for a request that shows what it shows only on the connection of another before, or at the same moment: one
     * command for both.
     */
    private static String together(
            Exchange exchange, String command, List<Exchange> before, List<String> commandsBefore) {
        RequestPurpose purpose = exchange.request().purpose();
        for (int i = 0; i < before.size() && !purpose.group().isEmpty(); i++) {
            String first = commandsBefore.get(i);
            if (before.get(i).request().purpose().group().equals(purpose.group())
                    && first.startsWith(CURL)
                    && command.startsWith(CURL)) {
                return purpose.is(RequestTrait.TOGETHER)
                        ? first + " & " + command + " & wait"
                        : first + " --next " + command.substring(CURL.length());
            }
        }
        return command;
    }

    /** A command by its request, and by the names that its address has; one request may show many findings. */
    private record Command(long number, Map<String, String> names) {}

    private String command(Exchange exchange, Map<String, String> names) {
        HttpRequest request = requests.getOrDefault(exchange.number(), exchange.request());
        Map<String, String> told = new HashMap<>(names);
        told.keySet().removeIf(id -> !request.uri().toASCIIString().contains("/" + id));
        return made.computeIfAbsent(
                new Command(exchange.number(), told),
                command -> WellFormedText.of(curl.apply(request, command.names())));
    }

    /** What whoever pastes the commands has to know of the names in them, a sentence each. */
    static List<String> remarks(List<String> commands) {
        TreeSet<String> names = new TreeSet<>();
        commands.stream()
                .filter(command -> command.contains(NEW_PASSWORD))
                .forEach(command -> names.addAll(MADE_UP.matcher(command)
                        .results()
                        .map(MatchResult::group)
                        .map(found -> found.substring(2))
                        .toList()));
        return names.stream()
                .map(name -> name + " stands for a password that was made up: any that the target takes serves")
                .toList();
    }
}
