package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.traffic.Side;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** Whom report and exit code of judged traffic are about. */
final class SideOption {
    @Option(
            names = "--side",
            paramLabel = "SIDE",
            description = "Whom report and exit code are about: provider, client or both (default: ${DEFAULT-VALUE}).")
    String side = "both";

    Set<Side> sides() {
        return switch (side) {
            case "both" -> EnumSet.allOf(Side.class);
            case "provider" -> EnumSet.of(Side.PROVIDER);
            case "client" -> EnumSet.of(Side.CLIENT);
            default -> throw new UsageException("--side knows provider, client and both, not '" + side + "'");
        };
    }
}
