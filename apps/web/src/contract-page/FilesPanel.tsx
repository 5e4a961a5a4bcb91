import type { PanelProps } from '../contracts/index.js';
import { FilesCard } from '../files/index.js';

/** 文件 of the contract and all its records. */
const FilesPanel = ({ contract }: PanelProps) => (
  <FilesCard subjectType="contract" subjectId={contract.id} whole on={contract} />
);
export default FilesPanel;
