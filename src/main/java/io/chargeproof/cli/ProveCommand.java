package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.prove.Proof;
import io.chargeproof.prove.ProofText;
import io.chargeproof.prove.ProofWriter;
import io.chargeproof.prove.Prove;
import io.chargeproof.prove.ProveOptions;
import io.chargeproof.requirement.RequirementCatalogue;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves that the suite catches every seeded defect and raises no false alarm. */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description =
                "Proves the suite's own strength: it has to catch every defect of the built-in sandbox, and to let"
                        + " pass every variant that the documents allow.",
        footer = {
            "",
            "Examples:",
            "  chargeproof prove",
            "  chargeproof prove --defect evc-create-answers-201",
            "",
            "Exit codes: 0 proven, 1 not proven, 2 usage or configuration, 70 internal error"
        })
final class ProveCommand implements Callable<Integer> {
    @Option(names = "--defect", paramLabel = "ID", description = "Tries only this defect; may be given several times.")
    List<String> defects = new ArrayList<>();

    @Option(
            names = "--full",
            description =
                    "Has each defect and variant meet every scenario of its API, with every hostile value; takes far longer.")
    boolean full;

    @Mixin
    SuiteOptions suite = new SuiteOptions();

    @Option(names = "--reports", paramLabel = "DIR", description = "Where the report goes (default: reports).")
    @Nullable Path reports;

    @Option(
            names = "--write-strength",
            paramLabel = "FILE",
            description = "Also writes the strength of each requirement, as every report shows it, there.")
    @Nullable Path strength;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (strength != null && (suite.shard != null || !defects.isEmpty())) {
            throw new UsageException("--write-strength takes every defect; leave --defect and --shard out");
        }
        // A sandbox says best which defect it doesn't have, and which may be meant.
        TargetOptions.startSandbox(0, defects, List.of()).close();
        ProveOptions options = new ProveOptions(
                RequirementCatalogue.shipped(),
                suite.features(),
                defects,
                full,
                suite.shard(),
                suite.seed,
                Version.NUMBER);
        Proof proof;
        try (TrialProgress progress = new TrialProgress(spec.commandLine().getErr())) {
            proof = new Prove(options, progress).execute();
        }
        Path written = ProofWriter.write(proof, InstallDirectory.reports(reports));
        if (strength != null) {
            ProofWriter.writeStrength(proof, strength);
        }
        print(proof, written);
        return proof.exitCode();
    }

    private void print(Proof proof, Path written) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(ProofText.headline(proof));
        out.println(ProofText.manner(proof));
        out.println(ProofText.traffic(proof));
        proof.problems().forEach(problem -> out.println("  " + problem));
        out.println(written.resolve("prove.md"));
        out.flush();
    }
}
