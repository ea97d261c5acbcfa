// Pages wait for a real cloud; how long is the machine's business, not the test's.
jest.setTimeout(30_000);
