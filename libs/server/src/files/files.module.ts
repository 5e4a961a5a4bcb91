import { Module } from '@nestjs/common';
import { FileSubjects } from './file-subjects.js';
import { FileVault } from './file-vault.js';
import { FilesService } from './files.service.js';
import { SweepFilesService } from './sweep-files.service.js';

@Module({
  providers: [FileSubjects, FileVault, FilesService, SweepFilesService],
  exports: [FileSubjects, FilesService, SweepFilesService],
})
export class FilesModule {}
