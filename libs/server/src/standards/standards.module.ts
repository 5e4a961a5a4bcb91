import { Module } from '@nestjs/common';
import { CalendarYearsService } from './calendar-years.service.js';
import { StandardsService } from './standards.service.js';
import { WorkingDaysService } from './working-days.service.js';

@Module({
  providers: [StandardsService, WorkingDaysService, CalendarYearsService],
  exports: [StandardsService, WorkingDaysService, CalendarYearsService],
})
export class StandardsModule {}
