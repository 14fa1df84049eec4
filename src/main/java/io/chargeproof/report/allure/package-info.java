/**
 * Owns the Allure form of a report: results, their rendering to HTML, and the tabs Codes and Requirements.
 * May use report and what that may use, and Allure, of which nothing is used elsewhere.
 */
@NullMarked
package io.chargeproof.report.allure;

import org.jspecify.annotations.NullMarked;
