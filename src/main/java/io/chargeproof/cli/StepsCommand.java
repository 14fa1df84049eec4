package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.report.DisplayText;
import io.chargeproof.run.Sentences;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the sentences that scenarios are made of. */
@Command(
        name = "steps",
        mixinStandardHelpOptions = true,
        description = "Prints the sentences that scenarios are made of, and the words that may stand in place of their"
                + " parameters.",
        footer = {"", "Examples:", "  chargeproof steps", "  chargeproof steps refused"})
final class StepsCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "WORD",
            arity = "0..*",
            description = "Prints only sentences that have this, in themselves or in their words.")
    List<String> words = new ArrayList<>();

    @Option(names = "--glue", paramLabel = "PACKAGE", description = "A package of own step definitions.")
    List<String> glue = new ArrayList<>();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        String wanted = String.join(" ", words);
        List<String> lines = Sentences.of(glue).lines(wanted);
        if (lines.isEmpty()) {
            throw new UsageException(
                    "no sentence has '" + wanted + "' in it; 'chargeproof steps' prints all that there are");
        }
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(line -> out.println(DisplayText.visible(line)));
        out.flush();
        return 0;
    }
}
