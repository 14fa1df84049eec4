@oioi @uses-primary @writes
Feature: Logging in at OIOI
  A log-in gives the token that stands for a user's password in the other calls. A target needn't offer it.

  @OIOI-VERIFY-1
  Rule: The right password gets a token

    @OIOI-VERIFY-5
    Scenario: A log-in by the right password
      When a log-in is made for each of these users:
        | user                           |
        | the username with the password |
      Then the call gives a token
      And no answer contains a password

  @OIOI-VERIFY-2
  Rule: The token that a log-in gives authenticates the user

    Scenario: A read with the token of a log-in
      When a read is made for each of these users:
        | user                                    |
        | the username with the token of a log-in |
      Then the call succeeds

  @OIOI-VERIFY-3
  Rule: A wrong password is an authentication failure, and gets no token

    Scenario: A log-in by a wrong password, and then by the right one
      When a log-in is made for each of these users:
        | user                               |
        | the username with a wrong password |
      Then the call is refused as an authentication failure
      And the call gives no token

  @OIOI-VERIFY-4
  Rule: A username that nobody has is an authentication failure, and gets no token

    Scenario: A log-in of nobody
      When a log-in is made for each of these users:
        | user                |
        | an unknown username |
      Then the call is refused as an authentication failure
      And the call gives no token

  @OIOI-VERIFY-6
  Rule: What a token in the password's place gets is recorded

    Scenario: A log-in by token
      When a log-in is made for each of these users:
        | user                                       |
        | the username with the token for a password |
      Then what the target does is recorded

  @OIOI-VERIFY-7
  Rule: What becomes of the token that a user had is recorded

    Scenario: A read with the token from before a log-in
      When a read is made for each of these users:
        | user                                             |
        | the username with the token from before a log-in |
      Then what the target does is recorded

  @OIOI-VERIFY-8
  Rule: What a log-in with a language, or without is-token, gets is recorded

    Scenario: Log-ins with more and with less
      When a log-in is made for each of these users:
        | user                          |
        | the username and a language   |
        | the username without is-token |
      Then what the target does is recorded
