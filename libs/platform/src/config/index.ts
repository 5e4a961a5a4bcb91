export { CONFIG, ConfigurationError, readConfig, type Config, type RedisTopology } from './config.js';
