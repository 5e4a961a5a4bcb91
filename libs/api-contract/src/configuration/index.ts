export { CONFIGURATION_LISTS, ConfigurationCheck, ZoneFile, zoneConfiguration } from './configuration.contract.js';
