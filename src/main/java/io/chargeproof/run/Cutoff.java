package io.chargeproof.run;

import io.chargeproof.report.RunReport;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What cuts a run off before its end.
 *
 * @param maxTime how long it may take until it puts things in order, if that is limited
 * @param stopped takes the report of what was decided when the process is told to stop, if anybody does
 */
public record Cutoff(@Nullable Duration maxTime, @Nullable Consumer<RunReport> stopped) {
    static final Cutoff NONE = new Cutoff(null, null);
}
