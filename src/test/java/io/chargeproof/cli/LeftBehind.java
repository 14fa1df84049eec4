package io.chargeproof.cli;

import io.chargeproof.cli.Wayside.Fate;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import io.chargeproof.teststate.FileStateStore;
import io.chargeproof.teststate.Identities;
import io.chargeproof.teststate.UserSnapshot;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A sandbox, runs in processes of their own against it, and what they leave there and in custody. */
final class LeftBehind implements AutoCloseable {
    private static final Pattern USER = Pattern.compile("username: \"([^\"]+)\"\\s+token: \"([^\"]+)\"");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"");
    private static final Pattern KEY = Pattern.compile("api-key: \"([^\"]+)\"");

    private final Sandbox sandbox;
    private final Path folder;

    LeftBehind(Path folder, String... defects) {
        this.sandbox = Sandbox.start(new SandboxOptions(0, List.of(defects), List.of()));
        this.folder = folder;
    }

    /** The profile of the sandbox as of an environment that nobody sets up states in. */
    Path acceptance() throws IOException {
        String text = sandbox.profile().replace("kind: sandbox", "kind: acceptance");
        return Files.writeString(folder.resolve("acceptance.yaml"), text);
    }

    /** The profile of the sandbox. */
    Path profile() throws IOException {
        return Files.writeString(folder.resolve("profile.yaml"), sandbox.profile());
    }

    /** Leaves in custody what a run had to put back of the primary user, of a target of this name and kind at this address. */
    void leaveUnrestored(String name, String kind, ObjectNode details) {
        Matcher user = USER.matcher(sandbox.profile());
        if (!user.find()) {
            throw new IllegalStateException("the sandbox's profile has no user");
        }
        new FileStateStore(Path.of(custody()))
                .ledger(Identities.of(
                        "gone",
                        Instant.EPOCH,
                        name,
                        kind,
                        null,
                        sandbox.addresses().get("OIOI"),
                        List.of(user.group(1))))
                .keep(new UserSnapshot("oioi", user.group(1), details));
    }

    /** The id of a new customer. */
    String customer() {
        return customerAt(sandbox);
    }

    /** The id of a new customer of a sandbox. */
    static String customerAt(Sandbox sandbox) {
        HttpRequest request = HttpRequest.newBuilder(sandbox.baseUrl().resolve(Sandbox.STATES_PATH))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"action\":\"setup\",\"state\":\"a customer exists\",\"params\":{}}"))
                .build();
        String values = HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofString())
                .join()
                .body();
        return JsonMapper.shared().readTree(values).path("customer-id").asString();
    }

    /** What stands before the sandbox. */
    Wayside wayside(Fate fate) throws IOException {
        return new Wayside(sandbox.baseUrl(), fate);
    }

    /** The profile of the sandbox behind what stands before it. */
    Path profile(Wayside wayside) throws IOException {
        String text = sandbox.profile()
                .replace(sandbox.baseUrl().toString(), wayside.address().toString());
        return Files.writeString(folder.resolve("profile.yaml"), text);
    }

    /** Starts a run; what it says goes to {@link #output()}. */
    Process start(Path profile, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run", "--profile", profile.toString()));
        arguments.addAll(List.of("--custody", custody(), "--skip-html", "--threads", "2"));
        arguments.addAll(List.of("--reports", folder.resolve("reports").toString()));
        arguments.addAll(List.of(more));
        return OwnProcess.start(output(), arguments);
    }

    Path output() {
        return folder.resolve("output.txt");
    }

    /** Has what was changed put back; the exit code. */
    int restore() {
        return Terminal.run("restore", "--profile", folder + "/profile.yaml", "--custody", custody())
                .code();
    }

    String custody() {
        return folder.resolve("custody").toString();
    }

    /** The files in custody whose names end so. */
    List<Path> files(String ending) throws IOException {
        if (!Files.isDirectory(Path.of(custody()))) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(Path.of(custody()))) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    /** The object IDs of the customers that are listed for clean-up. */
    List<String> listed() throws IOException {
        List<String> ids = new ArrayList<>();
        for (Path list : files(".csv")) {
            Files.readAllLines(list).stream()
                    .skip(1)
                    .map(LeftBehind::firstField)
                    .forEach(ids::add);
        }
        return ids;
    }

    private static String firstField(String line) {
        Matcher quoted = QUOTED.matcher(line);
        return quoted.lookingAt() ? quoted.group(1).replace("\"\"", "\"") : line.split(",", -1)[0];
    }

    /** What the sandbox itself says of its users. */
    List<String> users() {
        Matcher key = KEY.matcher(sandbox.profile());
        if (!key.find()) {
            throw new IllegalStateException("the sandbox's profile has no api-key");
        }
        List<String> users = new ArrayList<>();
        for (Matcher user = USER.matcher(sandbox.profile()); user.find(); ) {
            String call = "{\"user-get-details\":{\"user\":{\"identifier-type\":\"username\",\"identifier\":\""
                    + user.group(1) + "\",\"token\":\"" + user.group(2) + "\"}}}";
            HttpRequest request = HttpRequest.newBuilder(sandbox.addresses().get("OIOI"))
                    .header("Authorization", "key=" + key.group(1))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(call))
                    .build();
            users.add(HttpClient.newHttpClient()
                    .sendAsync(request, BodyHandlers.ofString())
                    .join()
                    .body());
        }
        return users;
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
