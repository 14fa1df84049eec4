package io.chargeproof.architecture.wrong.check;

import au.com.dius.pact.core.model.PactSpecVersion;
import io.cucumber.java.Scenario;
import io.qameta.allure.AllureLifecycle;
import io.restassured.response.Response;
import org.junit.platform.launcher.TestPlan;

record UsesEveryLibrary(
        Response response, PactSpecVersion pact, AllureLifecycle allure, Scenario scenario, TestPlan plan) {}
