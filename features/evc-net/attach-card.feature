@evc-net @writes
Feature: Attach cards to a customer
  An update with a list of cards attaches them. Nothing detaches a card, so each that was sent is spent.

  Background:
    Given a customer of this run

  @EVC-CARD-1
  Rule: One card is accepted

    @smoke
    Scenario: A customer gets one card
      Given 1 fresh card
      When the card is attached to the customer
      Then it is accepted

  @EVC-CARD-2
  Rule: Two cards are accepted

    Scenario: A customer gets two cards at once
      Given 2 fresh cards
      When the cards are attached to the customer
      Then it is accepted

  @EVC-CARD-3
  Rule: Attaching a card needs no other member

    Scenario: A customer gets a card and nothing else
      Given 1 spare card
      When the card alone is attached to the customer
      Then it is accepted

  @EVC-CARD-4
  Rule: A list of cards of a wrong form never succeeds

    Scenario: What isn't a list, be it empty, is refused
      When the customer gets each of these card lists:
        | which is        | card list |
        | an empty string | ""        |
        | an empty object | {}        |
        | false           | false     |
        | zero            | 0         |
      Then each is refused in any way

    Scenario: Wrong lists of a known card are refused
      Given 1 spare card
      When the customer gets each of these card lists:
        | which is                  | card list                            |
        | a string                  | "<card>"                             |
        | an object, not a list     | {"card_external_id": "<card>"}       |
        | a number                  | 1                                    |
        | a boolean                 | true                                 |
        | a list of bare strings    | ["<card>"]                           |
        | a list of numbers         | [1]                                  |
        | a list of null            | [null]                               |
        | an entry without its id   | [{"card": "<card>"}]                 |
        | an empty entry            | [{}]                                 |
        | a null id                 | [{"card_external_id": null}]         |
        | an empty id               | [{"card_external_id": ""}]           |
        | a number for an id        | [{"card_external_id": 12345}]        |
        | a boolean for an id       | [{"card_external_id": true}]         |
        | false for an id           | [{"card_external_id": false}]        |
        | a list of lists           | [["<card>"]]                         |
        | a list for an id          | [{"card_external_id": ["<card>"]}]   |
        | an object for an id       | [{"card_external_id": {"v": "<card>"}}] |
      Then each is refused in any way

  @EVC-CARD-5
  Rule: An unknown card is a generic error

    Scenario: An unknown card can't be attached
      When an unknown card is attached to the customer
      Then it is refused as a generic error

    @optional
    Scenario: An unknown card can't be attached beside a known one
      Given 1 spare card
      When the customer gets each of these card lists:
        | which is                     | card list                                                                       |
        | an unknown card beside a known one | [{"card_external_id": "<card>"}, {"card_external_id": "<unknown card>"}] |
        | a known card beside an unknown one | [{"card_external_id": "<unknown card>"}, {"card_external_id": "<card>"}] |
      Then each is refused as a generic error

  @EVC-CARD-6
  Rule: What an empty list, and a card that is taken, get is recorded

    Scenario: No card is attached
      When the customer gets each of these card lists:
        | which is      | card list |
        | an empty list | []        |
      Then what the target does is recorded

    Scenario: A card is attached twice
      Given 1 spare card
      When the customer gets each of these card lists:
        | which is                 | card list                                                        |
        | one card twice in a list | [{"card_external_id": "<card>"}, {"card_external_id": "<card>"}] |
        | a card it has already    | [{"card_external_id": "<card>"}]                                 |
      Then what the target does is recorded

    # Others need the card where it is.
    @optional @last
    Scenario: A card of one customer is attached to another
      Given 1 spare card
      When the card is attached to the customer
      And the card is attached to another customer
      Then what the target does is recorded
