package io.chargeproof.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Runs Chargeproof against a service that a test has started, and gives a JUnit test for each requirement.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> conforms() {
 *     return Chargeproof.profile("chargeproof.yaml")
 *             .set("BASE_URL", service.url())
 *             .with("--depth", "smoke")
 *             .tests();
 * }
 * }</pre>
 *
 * <p>The profile names what only the test knows as a variable: {@code endpoint: "${BASE_URL}/api/v4/request"}.
 *
 * <p>The release is a process of its own, so that none of its libraries meets those of the tests. It is looked for in
 * the system property {@code chargeproof.release}, then in the environment variable {@code CHARGEPROOF_RELEASE} (either
 * names its folder or its zip), and then as {@code io.chargeproof:chargeproof:zip} in the local Maven repository.
 */
public final class Chargeproof {
    private final Release.Finder releases;
    private final Path profile;
    private final Map<String, String> variables;
    private final List<String> options;

    Chargeproof(Release.Finder releases, Path profile, Map<String, String> variables, List<String> options) {
        this.releases = releases;
        this.profile = profile;
        this.variables = Map.copyOf(variables);
        this.options = List.copyOf(options);
    }

    /**
     * Begins with the profile of the service.
     *
     * @param file the profile, relative to the folder in which the tests run
     */
    public static Chargeproof profile(String file) {
        return new Chargeproof(Release.Finder.ofThisMachine(), Path.of(file), Map.of(), List.of());
    }

    /**
     * Gives a variable of the profile its value.
     *
     * @param variable its name, as {@code BASE_URL} for <code>${BASE_URL}</code>
     * @param value what takes its place
     */
    public Chargeproof set(String variable, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(variable, value);
        return new Chargeproof(releases, profile, more, options);
    }

    /**
     * Adds options of {@code chargeproof run}, such as {@code "--tags", "@oioi"}. Reports go to {@code chargeproof/} in
     * the folder of the build, and so does what a run changes at its target, unless {@code --reports} and
     * {@code --custody} name other folders.
     */
    public Chargeproof with(String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new Chargeproof(releases, profile, variables, all);
    }

    /**
     * Executes the run and gives its verdict as a test, then a test for each requirement.
     *
     * <p>A broken requirement fails with what was found and the commands that repeat it. What is open, out of scope,
     * waived or no more than a warning is aborted with its reason. The verdict fails on each exit code but 0: of a run
     * that found nothing broken, and couldn't decide everything, too.
     *
     * @throws IllegalStateException if no release is found, or it can't be started
     */
    public Stream<DynamicTest> tests() {
        Release release = releases.find();
        Ended ended = release.execute(command(), variables);
        return ReportedTests.of(ended, release).stream();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of("run", "--profile", profile.toString()));
        command.addAll(options);
        addUnlessSaid(command, "--reports", "reports");
        addUnlessSaid(command, "--custody", "state");
        return command;
    }

    private void addUnlessSaid(List<String> command, String option, String folder) {
        if (options.stream().noneMatch(each -> each.equals(option) || each.startsWith(option + "="))) {
            Path build = Path.of(Files.exists(Path.of("pom.xml")) ? "target" : "build");
            command.addAll(
                    List.of(option, build.resolve("chargeproof").resolve(folder).toString()));
        }
    }
}
