@evc-net
Feature: What the Customer API asks of its clients
  Each client does one thing otherwise than the documents say, or where they leave it open. It is judged by its traffic alone.

  @EVC-CLIENT-1
  Rule: Customers are created by POST and changed by PUT, and nothing else is asked

    Scenario Outline: A client that <does>
      Given a client that <does>
      When it sends <request>
      Then it breaks EVC-CLIENT-1

      Examples:
        | does                | request                                                |
        | reads a customer    | GET https://evc.example.com/api/rest/customer/77       |
        | deletes a customer  | DELETE https://evc.example.com/api/rest/customer/77    |
        | posts to a customer | POST https://evc.example.com/api/rest/customer/77      |

    Scenario: A slash at the end is no other address
      Given a client that uses a trailing slash
      When it sends POST https://evc.example.com/api/rest/customer/
      Then it keeps EVC-CLIENT-1

  @EVC-CLIENT-2
  Rule: Each request bears the token behind the word token

    Scenario Outline: A client that <does>
      Given a client that <does>
      When it sends <header>
      Then it breaks EVC-CLIENT-2

      Examples:
        | does                      | header                                 |
        | sends no token            | no Authorization                       |
        | sends its token as Bearer | Authorization: Bearer tok-4711-abcdef  |
        | sends its token bare      | Authorization: tok-4711-abcdef         |

    Scenario Outline: The word counts in either letter case
      Given a client that <does>
      When it sends <header>
      Then it keeps EVC-CLIENT-2

      Examples:
        | does                            | header                                |
        | sends its scheme in lower case  | Authorization: token tok-4711-abcdef  |
        | sends its scheme in capitals    | Authorization: TOKEN tok-4711-abcdef  |

  @EVC-CLIENT-3
  Rule: Each request bears accept, an integer X-Request-ID and x-api-version 1.1.1

    Scenario Outline: A client that <does>
      Given a client that <does>
      When it sends <header>
      Then it breaks EVC-CLIENT-3

      Examples:
        | does                  | header                 |
        | accepts anything      | accept: */*            |
        | sends a UUID          | X-Request-ID: 7d0a-11  |
        | sends another version | x-api-version: 1.1     |
        | sends no version      | no x-api-version       |

    Scenario Outline: More than these is no breach
      Given a client that <does>
      When it sends <header>
      Then it keeps EVC-CLIENT-3

      Examples:
        | does                           | header                                         |
        | accepts other types too        | accept: application/json, text/plain, */*      |
        | sends header fields of its own | X-Correlation-Id: abc                          |
        | names a charset                | Content-Type: application/json; charset=utf-8  |

  @EVC-CLIENT-4
  Rule: No two requests share an X-Request-ID

    Scenario: One number serves for all
      Given a client that uses one X-Request-ID for all
      When this passes:
        """
        POST https://evc.example.com/api/rest/customer
        X-Request-ID: 4711
        PUT https://evc.example.com/api/rest/customer/77
        X-Request-ID: 4711
        """
      Then it breaks EVC-CLIENT-4

    Scenario: The same request sent again keeps its number
      Given a client that keeps the id of a retry and waits longer each time
      When this passes:
        """
        POST https://evc.example.com/api/rest/customer
        X-Request-ID: 4711
        HTTP 503
        POST https://evc.example.com/api/rest/customer
        X-Request-ID: 4711
        HTTP 200
        """
      Then it keeps EVC-CLIENT-4

  @EVC-CLIENT-5
  Rule: A body is one JSON object

    Scenario Outline: A client that <does>
      Given a client that <does>
      When it sends <body>
      Then it breaks EVC-CLIENT-5

      Examples:
        | does          | body            |
        | sends a form  | first_name=Jan  |
        | sends a list  | []              |
        | sends nothing | (no body)       |

    Scenario Outline: JSON may be written in any way
      Given a client that <does>
      When it sends <body>
      Then it keeps EVC-CLIENT-5

      Examples:
        | does                    | body                          |
        | escapes letters         | "first_name":"J\\u00fcrgen"   |
        | writes blanks and lines | "object_id":"A1" ,            |

  @EVC-CLIENT-6
  Rule: Members are documented ones, and their values are strings

    Scenario Outline: A client that <does>
      Given a client that <does>
      When it sends <member>
      Then it breaks EVC-CLIENT-6

      Examples:
        | does                | member               |
        | misspells a member  | "firstname":"Jan"    |
        | sends a truth value | "send_email":false   |
        | says no for false   | "send_email":"no"    |

    Scenario: Not every member has to be sent
      Given a client that leaves optional members out
      When it sends no send_email
      Then it keeps EVC-CLIENT-6

  @EVC-CLIENT-7
  Rule: A card_list is a list of objects that each name a card

    Scenario Outline: A client that <does>
      Given a client that <does>
      When it sends <list>
      Then it breaks EVC-CLIENT-7

      Examples:
        | does                   | list                                    |
        | sends one card bare    | "card_list":"C-1"                       |
        | sends a number of a card | "card_list":[{"card_external_id":1}]  |
        | sends an empty card    | "card_list":[{"card_external_id":""}]   |

    Scenario Outline: A list may be of any length
      Given a client that <does>
      When it sends <list>
      Then it keeps EVC-CLIENT-7

      Examples:
        | does                         | list                                                                  |
        | sends an empty list of cards | "card_list":[]                                                        |
        | sends two cards              | "card_list":[{"card_external_id":"C-1"},{"card_external_id":"C-2"}]   |

  @EVC-CLIENT-8
  Rule: Emails, countries and time zones have their forms

    Scenario Outline: A client that <does>
      Given a client that <does>
      When it sends <member>
      Then it breaks EVC-CLIENT-8

      Examples:
        | does                         | member                        |
        | sends an email without an @  | "email":"jan"                 |
        | sends the example's country  | "country_code":"XX"           |
        | sends the example's zone     | "time_zone":"Test/TimeZone"   |

    Scenario: A zone may be named by its distance
      Given a client that sends a zone by its distance
      When it sends "time_zone":"UTC"
      Then it keeps EVC-CLIENT-8

  @EVC-CLIENT-9
  Rule: A customer who is written to is one that an answer gave

    Scenario: The id is made up
      Given a client that writes to a customer that it made up
      When this passes:
        """
        POST https://evc.example.com/api/rest/customer
        "customer_id":77
        PUT https://evc.example.com/api/rest/customer/78
        HTTP 400
        """
      Then it breaks EVC-CLIENT-9

    Scenario: The id is the one that was given
      Given a client that writes to a customer that it created
      When this passes:
        """
        POST https://evc.example.com/api/rest/customer
        "customer_id":77
        PUT https://evc.example.com/api/rest/customer/77
        """
      Then it keeps EVC-CLIENT-9

  @EVC-CLIENT-10
  Rule: After a 429 nothing is sent before Retry-After is over

    Scenario: The next request comes too soon
      Given a client that goes on after 429
      When this passes:
        """
        HTTP 429
        Retry-After: 5
        990 ms later
        POST https://evc.example.com/api/rest/customer
        """
      Then it breaks EVC-CLIENT-10

    Scenario: The client waits
      Given a client that waits as long as a limit asks
      When this passes:
        """
        HTTP 429
        Retry-After: 5
        5000 ms later
        POST https://evc.example.com/api/rest/customer
        """
      Then it keeps EVC-CLIENT-10

    Scenario: A request that was under way couldn't know
      Given a client that has a request under way when a limit is told
      When this passes:
        """
        Retry-After: 5
        before that answer came
        PUT https://evc.example.com/api/rest/customer/77
        """
      Then it breaks nothing

  @EVC-CLIENT-11
  Rule: The token goes by TLS, and stands in no address

    Scenario Outline: A client that <does>
      Given a client that <does>
      When it sends <address>
      Then it breaks EVC-CLIENT-11

      Examples:
        | does                         | address                                                      |
        | leaves TLS out               | POST http://evc.example.com/api/rest/customer                |
        | has its token in the address | POST https://evc.example.com/api/rest/customer?token=abc123  |

    Scenario Outline: Without TLS, but safe
      Given a client that <does>
      When it sends <what>
      Then it keeps EVC-CLIENT-11

      Examples:
        | does                            | what                                         |
        | runs on this machine            | POST http://127.0.0.1:8080/api/rest/customer |
        | is behind a proxy that ends TLS | X-Forwarded-Proto: https                     |
