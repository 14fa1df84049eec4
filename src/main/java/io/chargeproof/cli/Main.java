package io.chargeproof.cli;

import io.chargeproof.api.ProfileMisfit;
import io.chargeproof.api.UsageException;
import io.chargeproof.guard.GuardRefusal;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.ProfileException;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.report.DisplayText;
import io.chargeproof.report.UnreadableRun;
import io.chargeproof.requirement.CatalogueException;
import io.chargeproof.teststate.TestStateException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program: parses the command line, runs the command, and exits with its code. */
@Command(
        name = "chargeproof",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Decides whether an implementation of the EVC-net Customer API and of OIOI's user calls does what"
                + " their documents say.",
        footer = {
            "",
            "Examples:",
            "  chargeproof run",
            "      tests the built-in reference provider",
            "  chargeproof run --profile acceptance.yaml",
            "      tests the target that the profile describes",
            "",
            "Exit codes:",
            "  0   conforming",
            "  1   non-conforming",
            "  2   a wrong option or profile",
            "  3   incomplete: no answer, or no test data",
            "  70  an internal error"
        },
        subcommands = {
            RunCommand.class,
            PlanCommand.class,
            ProveCommand.class,
            PactCommand.class,
            JudgeCommand.class,
            ProxyCommand.class,
            ClientCommand.class,
            SandboxCommand.class,
            RequirementsCommand.class,
            StepsCommand.class,
            InitCommand.class,
            DoctorCommand.class,
            RestoreCommand.class,
            ReportCommand.class,
            CompletionCommand.class
        })
public final class Main {
    static final int USAGE = 2;
    static final int INTERNAL = 70;
    private static final Set<Class<? extends RuntimeException>> CONFIGURATION = Set.of(
            UsageException.class,
            ProfileMisfit.class,
            ProfileException.class,
            GuardRefusal.class,
            CatalogueException.class,
            TestStateException.class,
            UnreadableRun.class);

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Shows the stack trace of an internal error.")
    boolean debug;

    private final Map<String, String> secrets = new HashMap<>();

    private Main() {}

    /** Runs the program and ends the process with the command's exit code. */
    public static void main(String[] arguments) {
        EntryPoint.main(arguments);
    }

    /** Runs the program and gives the exit code. */
    static int execute(String... arguments) {
        // It would start the whole of Groovy at its first look at a class, to know whether one is a closure.
        System.setProperty("picocli.disable.closures", "true");
        Main main = new Main();
        CommandLine commands = new CommandLine(main);
        commands.setOut(new ConsoleOutput(commands.getOut()));
        commands.setErr(new ConsoleOutput(commands.getErr()));
        // What follows the command that 'client' runs belongs to that command.
        Objects.requireNonNull(commands.getSubcommands().get("client")).setStopAtPositional(true);
        commands.setExecutionExceptionHandler((error, command, parsed) -> main.inWords(error, command));
        commands.setParameterExceptionHandler((error, given) -> {
            CommandLine command = error.getCommandLine();
            command.getErr().println("chargeproof: " + Suggestion.of(error).orElse(String.valueOf(error.getMessage())));
            command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
            return USAGE;
        });
        if (arguments.length == 0) {
            commands.usage(commands.getOut());
            return USAGE;
        }
        try {
            return commands.execute(arguments);
        } catch (Error error) {
            return main.inWords(error, commands);
        }
    }

    /** Has what a profile holds as secret stay out of the words for any error. */
    static void conceal(Profile profile, CommandSpec command) {
        conceal(profile.secrets(), command);
    }

    /** Has these stay out of the words for any error: from each value to the name that stands for it. */
    static void conceal(Map<String, String> secrets, CommandSpec command) {
        if (command.root().userObject() instanceof Main main) {
            main.secrets.putAll(secrets);
        }
    }

    /** Says what went wrong; the exit code. */
    static int explain(Throwable error, CommandLine command) {
        return command.getCommandSpec().root().userObject() instanceof Main main
                ? main.inWords(error, command)
                : INTERNAL;
    }

    private int inWords(Throwable error, CommandLine command) {
        boolean configuration = CONFIGURATION.stream().anyMatch(kind -> kind.isInstance(error));
        String words = configuration ? error.getMessage() : Breakdown.of(error);
        StringWriter all = new StringWriter();
        PrintWriter lines = new PrintWriter(all);
        lines.println("chargeproof: " + DisplayText.visible(String.valueOf(words)));
        if (debug) {
            error.printStackTrace(lines);
        }
        command.getErr().print(Redactor.of(secrets).redact(all.toString()));
        command.getErr().flush();
        return configuration ? USAGE : INTERNAL;
    }
}
