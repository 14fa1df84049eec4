package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.report.PrivateFolder;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxCatalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.commons.text.WordUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the reference provider until it is stopped. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description = "Serves the reference provider on this machine until it is stopped.",
        footer = {
            "",
            "Examples:",
            "  chargeproof sandbox --port 18080 --profile-out sandbox.yaml",
            "  chargeproof sandbox --list"
        })
final class SandboxCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65_535;
    private static final int COLUMNS = 76;

    @Option(names = "--port", paramLabel = "N", description = "The port; without it a free one is taken.")
    int port;

    @Option(names = "--defect", paramLabel = "ID", description = "A requirement to break; may be given several times.")
    List<String> defects = new ArrayList<>();

    @Option(
            names = "--variant",
            paramLabel = "ID",
            description = "A way to differ and still conform; may be given several times.")
    List<String> variants = new ArrayList<>();

    @Option(names = "--list", description = "Prints the defects and the variants there are, and ends.")
    boolean list;

    @Option(names = "--profile-out", paramLabel = "FILE", description = "Writes a profile for 'chargeproof run' there.")
    @Nullable Path profileOut;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LAST_PORT) {
            throw new UsageException("--port takes a number from 1 to 65535, not " + port);
        }
        if (list) {
            printList(spec.commandLine().getOut());
            return 0;
        }
        try (Sandbox sandbox = TargetOptions.startSandbox(port, defects, variants)) {
            writeProfile(sandbox);
            PrintWriter out = spec.commandLine().getOut();
            out.println("The sandbox serves:");
            sandbox.addresses().forEach((api, address) -> out.println("  " + api + " at " + address));
            if (profileOut != null) {
                out.println("Test it with: chargeproof run --profile " + profileOut);
            }
            out.println("Ctrl-C stops it.");
            out.flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private static void printList(PrintWriter out) {
        out.println("Defects, which break a requirement:");
        SandboxCatalogue.defects().forEach(each -> print(out, each.id(), each.requirement(), each.sentence()));
        out.println();
        out.println("Variants, which differ and conform:");
        SandboxCatalogue.variants().forEach(each -> print(out, each.id(), each.requirement(), each.sentence()));
        out.flush();
    }

    private static void print(PrintWriter out, String id, RequirementId requirement, String sentence) {
        out.println();
        out.println(id + "  " + requirement);
        out.println(WordUtils.wrap(sentence, COLUMNS, System.lineSeparator(), false)
                .indent(2)
                .stripTrailing());
    }

    private void writeProfile(Sandbox sandbox) {
        if (profileOut == null) {
            return;
        }
        try {
            PrivateFolder.createFile(profileOut);
            Files.writeString(profileOut, sandbox.profile());
        } catch (IOException e) {
            throw new UsageException("--profile-out " + profileOut + " can't be written: " + e.getMessage());
        }
    }
}
