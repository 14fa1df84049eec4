package io.chargeproof.profile;

import io.chargeproof.requirement.RequirementId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A known breach that is excused until a date.
 *
 * @param requirement the requirement whose violations are excused
 * @param operation only those of this operation, if given
 * @param status only those with this HTTP status, if given
 * @param code only those with this result code, if given
 * @param reason why
 * @param until the last day on which it holds
 */
public record Waiver(
        RequirementId requirement,
        @Nullable String operation,
        @Nullable Integer status,
        @Nullable Integer code,
        String reason,
        LocalDate until) {}
