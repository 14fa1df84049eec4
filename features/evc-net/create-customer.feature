@evc-net @writes
Feature: Create a customer
  A partner creates customers in EVC-net. Every customer of a run has an object ID, a mail address and names of its own.

  @EVC-CREATE-1
  Rule: A complete documented body creates a customer

    @smoke
    Scenario: A customer with all documented members is created
      When a customer is created
      Then it is accepted

    Scenario: A series of customers is created
      When a series of customers is created
      Then each is accepted

  @EVC-CREATE-2
  Rule: A created customer can be addressed

    @smoke
    Scenario: The new customer is addressed by what the answer shows
      When a customer is created
      Then the customer can be addressed

  @EVC-CREATE-3
  Rule: Customers that are created apart have ids of their own

    Scenario: A series of customers has as many ids
      When a series of customers is created
      Then each customer has an id of its own

    # Those come first that need a customer for something else.
    @last
    Scenario: Two customers that are created at the same moment have two ids
      When two customers are created at the same moment
      Then each customer has an id of its own

  @EVC-CREATE-4
  Rule: Booleans are accepted as the strings true and false

    Scenario: Each boolean is accepted the other way round
      When a customer is created with these values:
        | member       | value               |
        | each boolean | the other way round |
      Then it is accepted

  @EVC-CREATE-5
  Rule: A body that can't be read as an object is a generic error

    @EVC-CREATE-6 @EVC-CREATE-14 @EVC-HTTP-2 @EVC-HTTP-3
    Scenario: Bodies that aren't JSON are refused
      When a create is sent with each body that isn't JSON
      Then each is refused as a generic error
      And every status is a documented one
      And every body is JSON
      And every 400 says what was wrong
      And no error reveals internals

    @EVC-CREATE-6 @EVC-CREATE-14 @EVC-AUTH-6 @EVC-HTTP-2 @EVC-HTTP-3
    Scenario: JSON that isn't an object is refused
      When a create is sent with each body that isn't an object
      Then each is refused as a generic error
      And every status is a documented one
      And every body is JSON
      And every 400 says what was wrong
      And no error reveals internals
      And no answer contains the token

    # Many targets take it, so that few customers are left for what has to be refused.
    @last
    Scenario: A create with an empty object is recorded
      When a create is sent with each empty object
      Then what the target does is recorded

  @EVC-CREATE-6
  Rule: A generic error says in data what was wrong

    @EVC-CREATE-10 @EVC-CREATE-14 @EVC-HTTP-2 @EVC-HTTP-3
    Scenario: Refusals of values, cards and customers say what was wrong, and reveal nothing else
      Given a customer of this run
      When an unknown customer is updated
      And an unknown card is attached to the customer
      And the customer gets each of these card lists:
        | which is  | card list                    |
        | a string  | "NL"                         |
        | a null id | [{"card_external_id": null}] |
      And customers are created, each with one of these values:
        | member       | value               |
        | email        | jürgen-ohne-klammer |
        | country_code | Österreich          |
        | time_zone    | Ärmel/Straße        |
      And the customer is updated with each of these values:
        | member   | value                    |
        | zip_code | O'Brien "quoted" \\ back |
      Then every status is a documented one
      And every body is JSON
      And every 400 says what was wrong
      And no error reveals internals
      And no answer contains the password

  @EVC-CREATE-7
  Rule: A value that is plainly invalid is a generic error

    Scenario: Plainly invalid values are refused
      When customers are created, each with one of these values:
        | member               | value              |
        | email                | no-address         |
        | invoice_email        | no-address         |
        | country_code         | NLD                |
        | invoice_country_code | BEL                |
        | receive_newsletters  | maybe              |
        | mandate_accepted     | maybe              |
        | agreement_condition  | maybe              |
        | public_rechgroups    | maybe              |
        | disabled_login       | maybe              |
        | send_email           | maybe              |
        | time_zone            | Europe/Nowhereburg |
        | gender               | Q7                 |
      Then each is refused as a generic error

  @EVC-CREATE-9
  Rule: Names in other scripts are accepted

    Scenario: Names with letters beyond ASCII are accepted
      When a customer is created with these values:
        | member       | value     |
        | first_name   | Jürgen    |
        | last_name    | Żółć      |
        | city         | Ångström  |
        | invoice_name | 山田      |
      Then it is accepted

    Scenario: A name without any ASCII letter is accepted
      When a customer is created with these values:
        | member     | value |
        | first_name | 太郎  |
        | last_name  | 山田  |
      Then it is accepted

  @EVC-CREATE-11
  Rule: An undocumented member does no harm

    Scenario: A create with an undocumented member is taken or refused
      When a customer is created with these values:
        | member                 | value    |
        | chargeproof_annotation | harmless |
      Then it is taken or refused as a generic error

  @EVC-CREATE-12 @probe
  Rule: Which members can be left out is recorded

    Scenario: Each member is left out once
      When customers are created, each with one of these values:
        | member      | value    |
        | each member | left out |
      Then what the target does is recorded

  @EVC-CREATE-13 @probe
  Rule: What a second customer with the same object ID or mail address gets is recorded

    Scenario: A customer is created twice
      When customers are created, each with one of these values:
        | member    | value           |
        | object_id | <the run's own> |
        | email     | <the run's own> |
      Then what the target does is recorded

  @EVC-CREATE-15
  Rule: A created customer can be addressed at once

    Scenario: The first update reaches the new customer
      When a customer is created
      Then the customer can be addressed at once
