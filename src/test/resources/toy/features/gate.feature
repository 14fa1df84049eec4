@gate
Feature: Gates

  @GATE-READ-1
  Rule: A look at a gate says whether it is open.

    @smoke @GATE-KEY-1
    Scenario: A gate is looked at
      When the gate is looked at
      Then the answer says whether it is open

  @GATE-READ-2
  Rule: An opening says whether the gate is open.

    @writes
    Scenario: A gate is opened
      When the gate is opened
      Then the answer says whether it is open
