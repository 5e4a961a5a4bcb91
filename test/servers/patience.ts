// Real servers start and stop here, on machines that do other things too: how long that may take says nothing about the
// product.
jest.setTimeout(90_000);
