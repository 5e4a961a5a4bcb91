export {
  LARGEST_FILE,
  MOST_FILES,
  fileExtensions,
  fileKindNames,
  fileKinds,
  kindClaimed,
  nameAsKind,
  type FileKind,
  type UnkeptKind,
} from './file-kinds.js';
export { fileNameOf } from './file-name.js';
