// Real servers start and stop here, and the machine has other work; how long that takes says nothing about the product.
jest.setTimeout(90_000);
