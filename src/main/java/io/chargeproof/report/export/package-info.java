/**
 * Owns the forms that a run or a finding is handed on in: HAR, Hurl, SARIF and EARL, made of what a run wrote.
 * May use requirement, check, exchange and report.
 */
@NullMarked
package io.chargeproof.report.export;

import org.jspecify.annotations.NullMarked;
