@oioi @uses-primary
Feature: HTTP and results at OIOI
  What holds for every call: one endpoint, JSON, and a result with a code.

  @OIOI-HTTP-1
  Rule: Each call is a POST of an object whose one member is the call's name

    @OIOI-HTTP-2 @OIOI-HTTP-3 @OIOI-RESULT-1 @OIOI-RESULT-2 @OIOI-RESULT-3
    Scenario: A read is taken at the one endpoint
      When the primary user is read by username
      Then the call succeeds
      And every answer is JSON
      And every status fits its result
      And every result is complete and fits its request

    @OIOI-HTTP-2 @OIOI-HTTP-3 @OIOI-RESULT-1 @OIOI-RESULT-2 @OIOI-RESULT-3 @writes
    Scenario: A post is taken at the one endpoint
      When new details of the primary user are posted by username
      Then the call succeeds
      And every answer is JSON
      And every status fits its result
      And every result is complete and fits its request

  @OIOI-HTTP-2
  Rule: Every answer is JSON in UTF-8

    @writes
    Scenario: Answers about text beyond ASCII are JSON
      Given the primary user is watched
      When details are posted with each of these values:
        | member     | value                |
        | first-name | "Jürgen Żółć 山田"   |
        | vat        | "Größenwahn"         |
        | country    | "Österreich"         |
      Then every answer is JSON

  @OIOI-HTTP-4
  Rule: A failure has status 200 or 4xx

    @writes
    Scenario: Posts at the same moment have such a status
      When posts to one user are sent at the same moment
      Then each call gets no server error

  @OIOI-HTTP-5
  Rule: What a call whose content type has a charset gets is recorded

    Scenario: A read has a charset
      When a read is made under the content-type "application/json; charset=utf-8"
      Then what the target does is recorded

    @writes
    Scenario: A post has a charset
      When a post is made under the content-type "application/json; charset=utf-8"
      Then what the target does is recorded

  @OIOI-RESULT-2
  Rule: The result code is one that can be meant

    @OIOI-RESULT-1
    Scenario: Codes of reads with an odd body
      When a read is made with each odd body
      Then every result is complete and fits its request

    @OIOI-RESULT-1 @writes
    Scenario: Codes of posts with an odd body
      When a post is made with each odd body
      Then every result is complete and fits its request
