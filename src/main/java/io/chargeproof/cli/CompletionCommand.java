package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what has a shell complete commands and options. */
@Command(
        name = "completion",
        description = "Prints a script that has a shell complete commands and options.",
        footer = {
            "",
            "Examples:",
            "  source <(chargeproof completion bash)",
            "  chargeproof completion fish > ~/.config/fish/completions/chargeproof.fish"
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    String shell = "";

    @Spec
    CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        CommandLine program = command.root().commandLine();
        command.commandLine()
                .getOut()
                .print(
                        switch (shell.toLowerCase(Locale.ROOT)) {
                            // The script finds out by itself which of the two executes it.
                            case "bash", "zsh" -> AutoComplete.bash(program.getCommandName(), program);
                            case "fish" -> FishCompletion.of(program);
                            default ->
                                throw new UsageException(
                                        "'" + shell + "' is no shell that is known here; write bash, zsh or fish");
                        });
        command.commandLine().getOut().flush();
        return 0;
    }
}
