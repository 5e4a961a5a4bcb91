import type { INestApplication } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { allRoutes } from '@crm/api-contract/catalogue';
import { health } from '@crm/api-contract/operations';
import { ROUTE } from './route.decorator.js';

/** Stops the boot unless every handler has a declaration in the catalogue and every declaration exactly one handler. */
export function proveRoutes(app: INestApplication): void {
  const scanner = new MetadataScanner();
  const faults: string[] = [];
  const bound = new Map<unknown, string>();
  for (const { instance, name } of app.get(DiscoveryService).getControllers()) {
    const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: unknown[]) => unknown>;
    for (const method of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[method] as object;
      if (Reflect.getMetadata(PATH_METADATA, handler) === undefined) continue;
      const contract: unknown = Reflect.getMetadata(ROUTE, handler);
      if (!contract) faults.push(`${String(name)}.${method} declares no route (who may call it?)`);
      else if (bound.has(contract))
        faults.push(`${String(name)}.${method} and ${bound.get(contract)} handle one route`);
      else bound.set(contract, `${String(name)}.${method}`);
    }
  }
  const declared = new Set<unknown>([...allRoutes.map(({ contract }) => contract), ...Object.values(health)]);
  for (const { name, contract } of allRoutes) if (!bound.has(contract)) faults.push(`${name} has no handler`);
  for (const [contract, handler] of bound)
    if (!declared.has(contract)) faults.push(`${handler} is not in the catalogue`);
  if (faults.length > 0) throw new Error(`routes and handlers do not match:\n  ${faults.join('\n  ')}`);
}
