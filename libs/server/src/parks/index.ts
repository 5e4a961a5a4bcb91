export { industryChainTable, industryTable, parkTable } from './park.entity.js';
export { IndustriesService } from './industries.service.js';
export { IndustryChainsService } from './industry-chains.service.js';
export { ParksModule } from './parks.module.js';
export { ParksService } from './parks.service.js';
export { placeFaults } from './place-faults.js';
export { entryIds, idIn, takeChains, takeIndustries, takeParks } from './take-entries.js';
